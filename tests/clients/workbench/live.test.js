// What reads streams: events in order and once, server-sent events in pieces, drafts of connections.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./bundle.js";

const { signal, emptyPhase, gather, parseEvent, readEvents, keyName, findCommands, fill, words } = await load(
  "../../tests/clients/workbench/live-parts.ts",
);

const views = () => Object.fromEntries(["RESEARCH", "RESUME", "COVER_LETTER"].map((name) => [name, signal(emptyPhase)]));
const text = (id, text) => ({ __typename: "PhaseText", id, phase: "RESEARCH", text });

test("an event that is not newer than the last is dropped, and a new connection begins after it", () => {
  const phases = views();
  let tell;
  let after;
  const frames = [];
  gather(phases, (last, next) => { tell = next; after = last; return () => {}; }, () => {}, (run) => frames.push(run));
  assert.equal(after(), "0");
  for (const event of [text("01", "a"), text("02", "b"), text("02", "b"), text("01", "a"), text("03", "c")]) tell(event);
  for (const run of frames) run();
  assert.equal(phases.RESEARCH.value.text, "abc");
  assert.equal(after(), "03");
  assert.equal(frames.length, 1, "pieces of one frame are one change");
});

test("the page asks again when a phase starts or ends, not with each piece", () => {
  let asked = 0;
  let tell;
  gather(views(), (_, next) => { tell = next; return () => {}; }, () => asked++, () => {});
  tell({ __typename: "PhaseStarted", id: "01", phase: "RESEARCH" });
  tell(text("02", "a"));
  tell({ __typename: "PhaseCompleted", id: "03", phase: "RESEARCH" });
  assert.equal(asked, 2);
});

test("server-sent events are read however they are cut", async () => {
  const bytes = new TextEncoder().encode(': hello\n\nevent: next\ndata: {"a":\ndata: "ü"}\n\nevent: complete\ndata:\n\n');
  for (const size of [1, 3, 1000]) {
    const body = new ReadableStream({
      start(controller) {
        for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
        controller.close();
      },
    });
    const seen = [];
    for await (const event of readEvents(body)) seen.push(event);
    assert.deepEqual(seen, [{ name: "next", data: '{"a":\n"ü"}' }, { name: "complete", data: "" }]);
  }
  assert.equal(parseEvent(": a comment"), null);
});

test("keys have one name whatever the system calls them", () => {
  const key = (fields) => keyName({ ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...fields });
  assert.equal(key({ key: "k", metaKey: true }), "ctrl+k");
  assert.equal(key({ key: "F8", shiftKey: true }), "shift+f8");
  assert.equal(key({ key: "?", shiftKey: true }), "?");
});

test("a search of commands needs every word and no accents", () => {
  const commands = [{ name: "Éditer le CV", group: "Actes" }, { name: "Nouveau", group: "Actes" }];
  assert.deepEqual(findCommands(commands, "cv editer").map(({ name }) => name), ["Éditer le CV"]);
});

test("a text takes its values and its form for one or many", () => {
  assert.equal(fill("{n} line|{n} lines", { n: 1 }, "en"), "1 line");
  assert.equal(fill("{n} line|{n} lines", { n: 1200 }, "en"), "1,200 lines");
  assert.equal(fill("Bristol | UK {name}", { name: "x" }, "en"), "Bristol | UK x");
});

const holes = (text) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

/** What the server says in English by itself. */
const OF_SERVER = /^(error|field)\.[A-Z_]+$|^finding\.|^warning\./;

for (const [language, texts] of Object.entries(words)) {
  test(`${language}: every text is there, with the same values and forms`, () => {
    for (const [key, english] of Object.entries(words.en)) {
      assert.ok(texts[key]?.trim(), `${language} lacks ${key}`);
      assert.deepEqual(holes(texts[key]), holes(english), `${language} ${key}`);
      if (/\{n\}.*\|/.test(english)) assert.match(texts[key], /\|/, `${language} ${key}`);
    }
    const more = Object.keys(texts).filter((key) => !(key in words.en));
    assert.deepEqual(more.filter((key) => !OF_SERVER.test(key)), []);
    if (language !== "en") assert.deepEqual(more.sort(), Object.keys(words.de).filter((key) => !(key in words.en)).sort());
  });
}
