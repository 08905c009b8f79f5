// The npm package graphql-sse, in "distinct connections" mode.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createClient } from "graphql-sse";
import { ABSENT, endpoint, newSession, PHASE_EVENTS, PROCESSING_STATUS, start, until } from "./session.js";

function client(t, token) {
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  const made = createClient({ url: endpoint, headers, retryAttempts: 0 });
  t.after(() => made.dispose());
  return made;
}

test("a run is told over server-sent events from start to document", async (t) => {
  const { token, id } = await newSession();
  const values = client(t, token).iterate({ query: PHASE_EVENTS, variables: { id, after: "0" } });
  const collecting = until(values, ({ data }) => data.phaseEvents.__typename === "PhaseCompleted");
  await start(id, token);
  const events = (await collecting).map(({ data }) => data.phaseEvents);
  assert.equal(events[0].__typename, "PhaseStarted");
  assert.equal(events.map((event) => event.text ?? "").join(""), events.at(-1).document.content);
});

test("the state comes at once", async (t) => {
  const { token, id } = await newSession();
  const { value } = await client(t, token).iterate({ query: PROCESSING_STATUS, variables: { id } }).next();
  assert.equal(value.data.processingStatus.status, "IDLE");
});

test("a query is answered and completed", async (t) => {
  const { token, email } = await newSession();
  const seen = await until(client(t, token).iterate({ query: "{ me { email } }" }), () => false);
  assert.deepEqual(seen.map(({ data }) => data), [{ me: { email } }]);
});

test("what goes wrong comes with its code", async (t) => {
  const { token, id } = await newSession();
  const code = async (token, id) => {
    const payload = { query: PROCESSING_STATUS, variables: { id } };
    const { value } = await client(t, token).iterate(payload).next().catch((errors) => ({ value: { errors } }));
    return value.errors[0].extensions.code;
  };
  assert.equal(await code(token, ABSENT), "NOT_FOUND");
  assert.equal(await code(null, id), "AUTHENTICATION_ERROR");
});
