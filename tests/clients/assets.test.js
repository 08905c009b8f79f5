// The pages' files are what `make assets` makes of the locked packages, byte for byte.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const top = fileURLToPath(new URL("../../", import.meta.url));
const run = (script, ...given) => promisify(execFile)(process.execPath, [script, ...given], { cwd: join(top, "assets") });

async function folder(t) {
  const made = await mkdtemp(join(tmpdir(), "jobforge-assets-"));
  t.after(() => rm(made, { recursive: true }));
  return made;
}

test("a new build makes the same files", async (t) => {
  const built = await folder(t);
  await run("build.js", built);
  const names = (await readdir(built)).sort();
  assert.deepEqual(names, [
    "LICENSES.txt",
    "graphiql.css",
    "graphiql.js",
    "swagger.css",
    "swagger.js",
    "workbench-de-example.json",
    "workbench-de.json",
    "workbench-es-example.json",
    "workbench-es.json",
    "workbench-fr-example.json",
    "workbench-fr.json",
    "workbench.css",
    "workbench.js",
  ]);
  for (const name of names) {
    const [made, served] = await Promise.all([built, join(top, "jobforge/assets")].map((at) => readFile(join(at, name))));
    assert.ok(made.equals(served), `jobforge/assets/${name} is not what make assets makes`);
  }
});

test("the workbench's documents are what its operations and the published schema make", async (t) => {
  const target = join(await folder(t), "operations.ts");
  await run("codegen.js", target);
  const [made, committed] = await Promise.all(
    [target, join(top, "assets/workbench/api/operations.ts")].map((file) => readFile(file, "utf8")),
  );
  assert.equal(made, committed, "run npm run codegen in assets");
});

test("the workbench's types fit", async () => {
  await run("node_modules/typescript/bin/tsc", "--project", ".");
});
