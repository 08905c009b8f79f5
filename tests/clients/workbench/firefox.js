// Firefox by WebDriver BiDi, as a distribution ships it: Playwright's own build cannot be had everywhere.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import WebSocket from "ws";

const known = ["/usr/bin/firefox", "/usr/bin/firefox-esr", "/snap/bin/firefox"];
export const executable = process.env.FIREFOX ?? known.find(existsSync);

export class Firefox {
  /** What its console and its scripts complained of. */
  complaints = [];
  #answers = new Map();
  #last = 0;

  async start() {
    this.profile = await mkdtemp(join(tmpdir(), "jobforge-firefox-"));
    const options = ["--headless", "--no-remote", "--remote-debugging-port=0", "--profile", this.profile, "about:blank"];
    this.process = spawn(executable, options, { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, HOME: this.profile } });
    for await (const line of createInterface({ input: this.process.stderr })) {
      const [, url] = /BiDi listening on (ws:\S+)/.exec(line) ?? [];
      if (url) return this.#open(`${url}/session`);
    }
    throw new Error("Firefox ended before it listened");
  }

  async #open(url) {
    this.process.stderr.resume();
    this.socket = new WebSocket(url);
    this.socket.on("message", (data) => this.#receive(JSON.parse(data)));
    await once(this.socket, "open");
    await this.send("session.new", { capabilities: {} });
    await this.send("session.subscribe", { events: ["log.entryAdded"] });
    const { contexts } = await this.send("browsingContext.getTree", {});
    this.context = contexts[0].context;
    return this;
  }

  #receive({ id, type, method, params, result, message }) {
    if (method === "log.entryAdded" && params.level === "error") this.complaints.push(params.text);
    const answer = this.#answers.get(id);
    this.#answers.delete(id);
    if (type === "error") answer?.reject(new Error(message));
    else answer?.resolve(result);
  }

  send(method, params) {
    const id = ++this.#last;
    this.socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve, reject) => this.#answers.set(id, { resolve, reject }));
  }

  goto(url) {
    return this.send("browsingContext.navigate", { context: this.context, url, wait: "complete" });
  }

  /** Run a function in the page and return what it returns, as JSON can hold it. */
  async evaluate(script, ...values) {
    const expression = `(async () => JSON.stringify(await (${script})(...${JSON.stringify(values)})) ?? "null")()`;
    const given = { expression, target: { context: this.context }, awaitPromise: true };
    const { type, result, exceptionDetails } = await this.send("script.evaluate", given);
    if (type === "exception") throw new Error(exceptionDetails.text);
    return JSON.parse(result.value);
  }

  /** Wait until a function of the page returns something true, and return it. */
  async until(script, ...values) {
    for (let tries = 0; tries < 600; tries++) {
      const found = await this.evaluate(script, ...values);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`never true: ${script} ${values}`);
  }

  async stop() {
    this.socket?.close();
    this.process.kill("SIGTERM");
    if (this.process.exitCode === null) await once(this.process, "exit");
    await rm(this.profile, { recursive: true, force: true });
  }
}
