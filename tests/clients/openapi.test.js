// The published OpenAPI document makes clients that work: one in Python, one in TypeScript, each calling every operation.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import test from "node:test";
import { ad, resume, url } from "./session.js";

const run = promisify(execFile);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const document = JSON.parse(readFileSync(here("../../schema/openapi.json"), "utf8"));

/** Every operation, as "GET /applications"; imports and exports of files have tests of their own. */
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace("/api/v1", "")}`),
);
const BESIDE_THE_SPECIFICATION = /\/(import|export|exports)\b/;

test("a generated Python client calls every operation", async () => {
  const python = here("../../.venv-openapi/bin/python");
  const { stdout } = await run(python, [here("openapi-python/calls.py"), url]);
  assert.match(stdout, /^\d+ operations called/m);
});

test("a generated TypeScript client type-checks and calls every operation", async () => {
  const cwd = here("openapi-typescript");
  const bin = (name) => here(`openapi-typescript/node_modules/.bin/${name}`);
  await run(bin("openapi-typescript"), ["../../../schema/openapi.json", "--output", "schema.d.ts"], { cwd });
  await run(bin("tsc"), ["--project", "."], { cwd });
  const { callAll } = await import("./openapi-typescript/build/calls.js");
  const called = await callAll(url, { resume, ad });
  const missing = operations.filter((each) => !called.has(each) && !BESIDE_THE_SPECIFICATION.test(each));
  assert.deepEqual(missing, []);
});
