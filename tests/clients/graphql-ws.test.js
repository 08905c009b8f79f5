// The npm package graphql-ws, which GraphiQL, Apollo and urql use for subscriptions.
import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { ABSENT, newSession, PHASE_EVENTS, PROCESSING_STATUS, socket, START, start, until } from "./session.js";

function client(t, connectionParams, options = {}) {
  const made = createClient({ url: socket, webSocketImpl: WebSocket, connectionParams, retryAttempts: 0, ...options });
  t.after(() => made.dispose());
  return made;
}

const bearer = (token) => ({ Authorization: `Bearer ${token}` });
const finished = ({ data }) => data.phaseEvents.__typename === "PhaseCompleted";

test("processingStatus gives the state at once, then every change until the phase is done", async (t) => {
  const { token, id } = await newSession();
  const values = client(t, bearer(token)).iterate({ query: PROCESSING_STATUS, variables: { id } });
  const first = await values.next();
  assert.deepEqual(first.value.data.processingStatus, {
    status: "IDLE",
    currentPhase: null,
    progress: 0,
    errorMessage: null,
  });
  await start(id, token);
  const seen = await until(values, ({ data }) => data.processingStatus.status === "COMPLETED");
  const progress = seen.map(({ data }) => data.processingStatus.progress);
  assert.deepEqual(progress, progress.toSorted((a, b) => a - b));
  assert.deepEqual(seen.at(-1).data.processingStatus, {
    status: "COMPLETED",
    currentPhase: "RESEARCH",
    progress: 1,
    errorMessage: null,
  });
});

test("phaseEvents tells a whole run in order, and the streamed text is the document", async (t) => {
  const { token, id } = await newSession();
  const values = client(t, bearer(token)).iterate({ query: PHASE_EVENTS, variables: { id, after: "0" } });
  const collecting = until(values, finished);
  await start(id, token);
  const events = (await collecting).map(({ data }) => data.phaseEvents);
  assert.equal(events[0].__typename, "PhaseStarted");
  const ids = events.map((event) => event.id);
  assert.deepEqual(ids, [...new Set(ids)].toSorted());
  const text = events.map((event) => event.text ?? "").join("");
  assert.equal(text, events.at(-1).document.content);
  assert.equal(events.at(-1).document.documentType, "RESEARCH_REPORT");
});

test("a client that comes back with `after` gets exactly what it missed", async (t) => {
  const { token, id } = await newSession();
  await start(id, token);
  const read = (after) =>
    until(client(t, bearer(token)).iterate({ query: PHASE_EVENTS, variables: { id, after } }), finished);
  const all = (await read("0")).map(({ data }) => data.phaseEvents);
  for (const missedFrom of [0, Math.floor(all.length / 2), all.length - 2]) {
    const rest = (await read(all[missedFrom].id)).map(({ data }) => data.phaseEvents);
    assert.deepEqual(rest, all.slice(missedFrom + 1));
  }
});

test("queries and mutations work over the socket as well", async (t) => {
  const { token, id, email } = await newSession();
  const socketClient = client(t, { authorization: `Bearer ${token}` });
  const once = async (payload) => (await socketClient.iterate(payload).next()).value;
  assert.equal((await once({ query: "{ me { email } }" })).data.me.email, email);
  assert.equal((await once({ query: START, variables: { id } })).data.startResearch.phase, "RESEARCH");
});

test("many subscriptions share one connection and end one by one", async (t) => {
  const { token, id } = await newSession();
  let connections = 0;
  const shared = client(t, bearer(token), { on: { connected: () => connections++ } });
  const streams = Array.from({ length: 10 }, () => shared.iterate({ query: PROCESSING_STATUS, variables: { id } }));
  const firsts = await Promise.all(streams.map((stream) => stream.next()));
  assert.deepEqual(new Set(firsts.map(({ value }) => value.data.processingStatus.status)), new Set(["IDLE"]));
  await Promise.all(streams.slice(1).map((stream) => stream.return()));
  await start(id, token);
  await until(streams[0], ({ data }) => data.processingStatus.status === "COMPLETED");
  assert.equal(connections, 1);
});

test("without a token the connection stays open, and what needs a user is refused", async (t) => {
  const { id } = await newSession();
  const anonymous = client(t);
  const refused = await anonymous.iterate({ query: PROCESSING_STATUS, variables: { id } }).next().catch((error) => error);
  assert.equal(refused[0].extensions.code, "AUTHENTICATION_ERROR");
  assert.equal(refused[0].extensions.status, 401);
  const { value } = await anonymous.iterate({ query: "{ __typename }" }).next();
  assert.deepEqual(value.data, { __typename: "Query" });
});

test("a bad token closes the connection with 4403", async (t) => {
  const closed = await client(t, bearer("nonsense")).iterate({ query: "{ __typename }" }).next().catch((event) => event);
  assert.equal(closed.code, 4403);
});

test("another user's application looks like none", async (t) => {
  const [{ token }, other] = await Promise.all([newSession(), newSession()]);
  const own = client(t, bearer(token));
  for (const query of [PROCESSING_STATUS, PHASE_EVENTS]) {
    const [foreign, absent] = await Promise.all(
      [other.id, ABSENT].map((id) => own.iterate({ query, variables: { id } }).next().catch((errors) => errors)),
    );
    assert.equal(foreign[0].extensions.code, "NOT_FOUND");
    assert.deepEqual(foreign, absent);
  }
});

async function closeCode(...messages) {
  const raw = new WebSocket(socket, "graphql-transport-ws");
  await once(raw, "open");
  for (const message of messages) raw.send(typeof message === "string" ? message : JSON.stringify(message));
  return closed(raw);
}

function closed(raw) {
  raw.on("error", () => {}); // a refused handshake is told as an error before it is told as a close
  return new Promise((resolve) => raw.on("close", resolve));
}

const INIT = { type: "connection_init" };
const subscribe = { id: "1", type: "subscribe", payload: { query: "{ __typename }" } };

test("each breach of the protocol closes the connection with its own code", async () => {
  const { token, id } = await newSession();
  const endless = { id: "1", type: "subscribe", payload: { query: PROCESSING_STATUS, variables: { id } } };
  assert.equal(await closeCode("no JSON"), 4400);
  assert.equal(await closeCode({ type: "unheard_of" }), 4400);
  assert.equal(await closeCode(subscribe), 4401);
  assert.equal(await closeCode({ ...INIT, payload: bearer(token) }, endless, endless), 4409);
  assert.equal(await closeCode(INIT, INIT), 4429);
});

test("the legacy protocol is not spoken", async () => {
  const code = await closed(new WebSocket(socket, "graphql-ws"));
  assert.ok([1006, 4406].includes(code), `closed with ${code}`);
});
