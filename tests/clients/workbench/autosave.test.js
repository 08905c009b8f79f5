// When a text is kept, reviewed and saved, with a clock of the test's own.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./bundle.js";

const { Autosave } = await load("editor/autosave.ts");

/** An autosave over a server and a shelf of the test's own. */
function setUp({ answer } = {}) {
  let clock = 0;
  const timers = new Set();
  const world = { draft: null, server: { text: "start", version: 1 }, states: [], reviews: [], saves: [] };
  world.answer = answer ?? ((text, version) => {
    if (version !== world.server.version) return { kind: "conflict", version: world.server.version };
    world.server = { text, version: version + 1 };
    return { version: version + 1, at: clock };
  });
  const services = {
    keep: (text, version) => (world.draft = { text, version }),
    drop: () => (world.draft = null),
    save: async (text, version, leaving) => {
      world.saves.push({ text, version, leaving });
      return world.answer(text, version);
    },
    review: async (text) => void world.reviews.push(text),
    changed: (state) => world.states.push(state.kind),
    later: (run, milliseconds) => {
      const timer = { at: clock + milliseconds, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    now: () => clock,
  };
  world.autosave = new Autosave("start", 1, null, services);
  world.pass = async (milliseconds) => {
    const end = clock + milliseconds;
    for (;;) {
      const next = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      clock = next.at;
      timers.delete(next);
      next.run();
      await new Promise(setImmediate);
    }
    clock = end;
  };
  return world;
}

test("a pause saves the newest text once, and the draft goes", async () => {
  const world = setUp();
  world.autosave.type("start a");
  await world.pass(500);
  world.autosave.type("start ab");
  assert.equal(world.draft.text, "start ab");
  await world.pass(3000);
  assert.deepEqual(world.saves.map(({ text }) => text), ["start ab"]);
  assert.equal(world.draft, null);
  assert.equal(world.states.at(-1), "saved");
});

test("a review comes after a pause, of the newest text", async () => {
  const world = setUp();
  for (const text of ["a", "ab", "abc"]) {
    world.autosave.type(text);
    await world.pass(100);
  }
  await world.pass(800);
  assert.deepEqual(world.reviews, ["abc"]);
});

test("without a connection the draft stays, and saving goes on until it works", async () => {
  let connected = false;
  const world = setUp();
  const { answer } = world;
  world.answer = (...given) => (connected ? answer(...given) : { kind: "lost" });
  world.autosave.type("start offline");
  await world.pass(3000);
  assert.equal(world.states.at(-1), "unsaved");
  assert.equal(world.draft.text, "start offline");
  connected = true;
  await world.pass(5000);
  assert.equal(world.server.text, "start offline");
  assert.equal(world.draft, null);
});

test("a version from elsewhere stops saving until it is settled", async () => {
  const world = setUp();
  world.server = { text: "theirs", version: 2 };
  world.autosave.type("mine");
  await world.pass(3000);
  assert.equal(world.states.at(-1), "conflict");
  world.autosave.type("mine too");
  await world.pass(10_000);
  assert.equal(world.saves.length, 1);
  assert.equal(world.draft.text, "mine too");
  world.autosave.resolve("mine too", 2, "theirs");
  await world.autosave.saveNow();
  assert.equal(world.server.text, "mine too");
});

test("a newer version on the server is a conflict only where the texts differ", () => {
  const world = setUp();
  world.autosave.noteVersion(2, "start");
  assert.equal(world.states.at(-1), "saved");
  world.autosave.noteVersion(3, "other");
  assert.equal(world.states.at(-1), "conflict");
});

test("leaving sends what is there at once", async () => {
  const world = setUp();
  world.autosave.type("last words");
  await world.autosave.saveNow(true);
  assert.deepEqual(world.saves, [{ text: "last words", version: 1, leaving: true }]);
});

test("wherever it stops, the text is with the server or in the draft", async () => {
  for (let moment = 0; moment <= 6000; moment += 120) {
    const world = setUp();
    let typed = "start";
    for (let stroke = 0; stroke < 20; stroke++) {
      typed += stroke % 10;
      world.autosave.type(typed);
      await world.pass(Math.min(90, moment / 20));
    }
    await world.pass(Math.max(0, moment - 1800));
    const kept = [world.server.text, world.draft?.text];
    assert.ok(kept.includes(typed), `after ${moment} ms: ${JSON.stringify(kept)}`);
  }
});
