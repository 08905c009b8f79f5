// A local model that writes as slowly as a test likes: OpenAI's Chat Completions, a line at a time.
import { once } from "node:events";
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

export const LINES = Array.from({ length: 40 }, (_, index) => `- Point ${index + 1} of the ad is about work with people.`);

export class SlowWriter {
  milliseconds = 120;
  lines = LINES;
  /** Whether it writes at all; else it answers by `refusal`, and the built-in writer does. */
  writes = true;
  /** Overloaded, which passes. */
  refusal = 503;

  async start() {
    this.server = createServer((request, response) => void this.answer(request, response)).listen(0, "127.0.0.1");
    await once(this.server, "listening");
    this.url = `http://127.0.0.1:${this.server.address().port}/v1`;
    return this;
  }

  get settings() {
    return { JOBFORGE_AI: "openai,offline", OPENAI_BASE_URL: this.url, OPENAI_API_KEY: "none", JOBFORGE_OPENAI_MODEL: "slow" };
  }

  async answer(request, response) {
    request.resume();
    await once(request, "end");
    if (!this.writes) {
      response.writeHead(this.refusal, { "content-type": "application/json" }).end('{"error": {"message": "no"}}');
      return;
    }
    response.writeHead(200, { "content-type": "text/event-stream" });
    const shape = { id: "1", object: "chat.completion.chunk", created: 1, model: "slow" };
    const say = (delta, finish_reason = null) =>
      response.write(`data: ${JSON.stringify({ ...shape, choices: [{ index: 0, delta, finish_reason }] })}\n\n`);
    for (const line of ["# Report", "", "## What the ad asks", "", ...this.lines]) {
      if (response.destroyed) return;
      say({ role: "assistant", content: `${line}\n` });
      await sleep(this.milliseconds);
    }
    say({}, "stop");
    const usage = { prompt_tokens: 12_000, completion_tokens: 400, prompt_tokens_details: { cached_tokens: 10_000 } };
    response.write(`data: ${JSON.stringify({ ...shape, choices: [], usage })}\n\n`);
    response.end("data: [DONE]\n\n");
  }

  stop() {
    this.server.closeAllConnections();
    this.server.close();
  }
}
