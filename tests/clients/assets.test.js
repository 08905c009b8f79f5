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

test("a new build makes the same files", async (t) => {
  const built = await mkdtemp(join(tmpdir(), "jobforge-assets-"));
  t.after(() => rm(built, { recursive: true }));
  await promisify(execFile)(process.execPath, ["build.js", built], { cwd: join(top, "assets") });
  const names = (await readdir(built)).sort();
  assert.deepEqual(names, ["LICENSES.txt", "graphiql.css", "graphiql.js", "swagger.css", "swagger.js"]);
  for (const name of names) {
    const [made, served] = await Promise.all([built, join(top, "jobforge/assets")].map((at) => readFile(join(at, name))));
    assert.ok(made.equals(served), `jobforge/assets/${name} is not what make assets makes`);
  }
});
