// @urql/core, whose every request accepts text/event-stream besides JSON.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Client, fetchExchange, subscriptionExchange } from "@urql/core";
import { createClient as createSocket } from "graphql-ws";
import WebSocket from "ws";
import { ABSENT, endpoint, newSession, PHASE_EVENTS, socket, START, start } from "./session.js";

const APPLICATION = "query ($id: ID!) { application(id: $id) { id companyName status } }";

function client(token, exchanges = [fetchExchange], options = {}) {
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  return new Client({ url: endpoint, exchanges, fetchOptions: { headers }, requestPolicy: "network-only", ...options });
}

function eventsOf(urql, id, whenListening) {
  return new Promise((resolve, reject) => {
    const events = [];
    const { unsubscribe } = urql.subscription(PHASE_EVENTS, { id, after: "0" }).subscribe(({ data, error }) => {
      if (error) return reject(error);
      events.push(data.phaseEvents);
      if (data.phaseEvents.__typename !== "PhaseCompleted") return;
      queueMicrotask(() => unsubscribe());
      resolve(events);
    });
    whenListening().catch(reject);
  });
}

test("queries and mutations", async () => {
  const { token, id } = await newSession();
  const urql = client(token);
  const { data, error } = await urql.query(APPLICATION, { id });
  assert.equal(error, undefined);
  assert.equal(data.application.companyName, "Example Works");
  const started = await urql.mutation(START, { id });
  assert.equal(started.error, undefined);
  assert.equal(started.data.startResearch.phase, "RESEARCH");
});

test("queries by GET as well", async () => {
  const { token, id } = await newSession();
  const { data } = await client(token, undefined, { preferGetMethod: "force" }).query(APPLICATION, { id });
  assert.equal(data.application.id, id);
});

test("errors keep their code, status and details", async () => {
  const { token } = await newSession();
  const { data, error } = await client(token).query(APPLICATION, { id: ABSENT });
  assert.equal(data.application, null);
  assert.equal(error.graphQLErrors[0].extensions.code, "NOT_FOUND");
  assert.equal(error.graphQLErrors[0].extensions.status, 404);
  const refused = await client(null).query(APPLICATION, { id: ABSENT });
  assert.equal(refused.error.graphQLErrors[0].extensions.code, "AUTHENTICATION_ERROR");
});

test("subscriptions over server-sent events", async () => {
  const { token, id } = await newSession();
  const urql = client(token, [fetchExchange], { fetchSubscriptions: true });
  const events = await eventsOf(urql, id, () => start(id, token));
  assert.equal(events[0].__typename, "PhaseStarted");
});

test("subscriptions over a WebSocket", async (t) => {
  const { token, id } = await newSession();
  const connectionParams = { authorization: `Bearer ${token}` };
  const connection = createSocket({ url: socket, webSocketImpl: WebSocket, connectionParams });
  t.after(() => connection.dispose());
  const forwardSubscription = ({ query, variables }) => ({
    subscribe: (sink) => ({ unsubscribe: connection.subscribe({ query, variables }, sink) }),
  });
  const urql = client(token, [fetchExchange, subscriptionExchange({ forwardSubscription })]);
  const events = await eventsOf(urql, id, () => start(id, token));
  assert.equal(events[0].__typename, "PhaseStarted");
});
