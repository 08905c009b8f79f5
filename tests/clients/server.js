// `jobforge up` as the tests start it: on a free port, with data of its own, and told to end in order.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export async function freePort() {
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

export class Server {
  constructor(settings = {}) {
    this.settings = settings;
  }

  async start() {
    this.port ??= await freePort();
    this.data ??= await mkdtemp(join(tmpdir(), "jobforge-clients-"));
    this.url = `http://127.0.0.1:${this.port}`;
    const command = ["up", "--host", "127.0.0.1", "--port", `${this.port}`];
    this.process = spawn(process.env.JOBFORGE ?? "jobforge", command, {
      stdio: ["ignore", "ignore", "pipe"],
      env: {
        ...ownSettingsLeftOut(process.env),
        JOBFORGE_DATA_DIR: this.data,
        JOBFORGE_LOCAL_PROVIDERS_ONLY: "true",
        JOBFORGE_LOG: "json",
        ...this.settings,
      },
    });
    this.ended = once(this.process, "exit");
    this.log = this.process.stderr;
    return this;
  }

  ready() {
    return ready(this.url, this.process);
  }

  /** End it; the answer is its status. */
  async stop(signal = "SIGTERM") {
    this.process.kill(signal);
    const [status] = await this.ended;
    return status;
  }

  async remove() {
    await rm(this.data, { recursive: true });
  }
}
