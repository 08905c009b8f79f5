// Starts `jobforge up` on a free port with data of its own, runs the tests against it, and ends it in order. What the
// server logs as an error fails the run: no test here may make it fail unexpectedly.
// JOBFORGE names the command; with JOBFORGE_URL the tests use a server that is there already.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
}

function ownSettingsLeftOut(environment) {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !/^(JOBFORGE|ANTHROPIC|OPENAI)_/.test(name)),
  );
}

async function ready(url, server) {
  for (let tries = 0; tries < 600; tries++) {
    if (server.exitCode !== null) throw new Error(`jobforge up ended with status ${server.exitCode}`);
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error("jobforge up is not ready");
}

async function runTests(url) {
  const tests = spawn(process.execPath, ["--test", "--test-timeout=180000", ...process.argv.slice(2)], {
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
  const port = await freePort();
  const data = await mkdtemp(join(tmpdir(), "jobforge-clients-"));
  const server = spawn(process.env.JOBFORGE ?? "jobforge", ["up", "--host", "127.0.0.1", "--port", `${port}`], {
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      ...ownSettingsLeftOut(process.env),
      JOBFORGE_DATA_DIR: data,
      JOBFORGE_LOCAL_PROVIDERS_ONLY: "true",
      JOBFORGE_LOG: "json",
    },
  });
  const errors = watchLog(server.stderr);
  const ended = once(server, "exit");
  let status;
  try {
    const url = `http://127.0.0.1:${port}`;
    await ready(url, server);
    status = await run(url);
  } finally {
    server.kill("SIGTERM");
    const [exit] = await ended;
    await rm(data, { recursive: true });
    if (exit !== 0 || errors()) {
      console.error(`jobforge up logged ${errors()} errors and ended with status ${exit} when asked to stop.`);
      status ||= 1;
    }
  }
  return status;
}

const given = process.env.JOBFORGE_URL;
process.exitCode = given ? await runTests(given) : await withServer(runTests);
