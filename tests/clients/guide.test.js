// The JavaScript of docs/api.md, as printed: each snippet runs, one after the other. (Python and curl: test_api_guide.py.)
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import WebSocket from "ws";
import { newSession, start, url } from "./session.js";

const guide = readFileSync(new URL("../../docs/api.md", import.meta.url), "utf8");
const snippets = [...guide.matchAll(/```js\n(.*?)```/gs)].map(([, code]) => code);
const AsyncFunction = (async () => {}).constructor;

/** Runs a snippet with these values; the answer is what it calls `result`. */
async function run(code, result, values) {
  const imports = /^import (\{.*?\}) from "(.*?)";$/gm;
  const body = code.replace(imports, (_, names, module) => `const ${names} = await load("${module}");`);
  const given = { ...values, load: (module) => import(module) };
  return new AsyncFunction(...Object.keys(given), `${body}\nreturn ${result};`)(...Object.values(given));
}

test("a run is replayed to its end", async (t) => {
  globalThis.WebSocket ??= WebSocket; // which browsers and newer Nodes have
  const { token, id } = await newSession();
  await start(id, token);
  const [client, replayed] = await run(snippets[1], "[client, replayed]", { URL: url, token, application: id });
  t.after(() => client.dispose());
  assert.equal(replayed[0].__typename, "PhaseStarted");
  assert.equal(replayed.at(-1).__typename, "PhaseCompleted");
});

test("a query by fetch", async () => {
  const { token, email } = await newSession();
  const me = await run(snippets[0], "me", { URL: url, token });
  assert.equal(me.email, email);
});

test("there is no other snippet", () => assert.equal(snippets.length, 2));
