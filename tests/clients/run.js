// Starts `jobforge up` on a free port with data of its own, runs the tests against it, and ends it in order. What the
// server logs as an error fails the run: no test here may make it fail unexpectedly.
// JOBFORGE names the command; with JOBFORGE_URL the tests use a server that is there already.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { Server } from "./server.js";

/** Runs the tests, or the script that is named, against a server. */
async function runTests(url) {
  const [script, ...rest] = process.argv.slice(2);
  const isScript = script !== undefined && /\/(bench|pictures)\.js$/.test(script);
  const given = isScript ? [script, ...rest] : ["--test", "--test-timeout=600000", ...process.argv.slice(2)];
  const tests = spawn(process.execPath, given, {
    stdio: "inherit",
    env: { ...process.env, JOBFORGE_URL: url },
  });
  const [status] = await once(tests, "exit");
  return status ?? 1;
}

/** Prints what a person should see of the server's log; the answer counts the errors so far. */
function watchLog(stream) {
  let errors = 0;
  createInterface({ input: stream }).on("line", (line) => {
    const { level } = /^{.*}$/.test(line) ? JSON.parse(line) : { level: "plain" };
    if (level === "error" || level === "critical") errors++;
    if (level !== "info" && level !== "debug") console.error(line);
  });
  return () => errors;
}

async function withServer(run) {
  const server = await new Server().start();
  const errors = watchLog(server.log);
  let status;
  try {
    await server.ready();
    status = await run(server.url);
  } finally {
    const exit = await server.stop();
    await server.remove();
    if (exit !== 0 || errors()) {
      console.error(`jobforge up logged ${errors()} errors and ended with status ${exit} when asked to stop.`);
      status ||= 1;
    }
  }
  return status;
}

const given = process.env.JOBFORGE_URL;
process.exitCode = given ? await runTests(given) : await withServer(runTests);
