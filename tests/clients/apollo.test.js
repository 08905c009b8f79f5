// @apollo/client with its normalizing cache, over HTTP and over graphql-ws.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { ApolloClient, ApolloLink, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from "@apollo/client";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { createClient as createSocket } from "graphql-ws";
import WebSocket from "ws";
import { ABSENT, endpoint, newSession, PHASE_EVENTS, socket, START } from "./session.js";

const APPLICATIONS = gql`
  query {
    applications(first: 5) { totalCount edges { cursor node { id companyName documents { id content } } } }
  }
`;
const APPLICATION = gql`query ($id: ID!) { application(id: $id) { id status } }`;

function client(t, token) {
  const connectionParams = token ? { authorization: `Bearer ${token}` } : {};
  const connection = createSocket({ url: socket, webSocketImpl: WebSocket, connectionParams });
  const made = new ApolloClient({
    cache: new InMemoryCache(),
    link: ApolloLink.split(
      ({ operationType }) => operationType === "subscription",
      new GraphQLWsLink(connection),
      new HttpLink({ uri: endpoint, headers: connectionParams }),
    ),
  });
  t.after(() => {
    made.stop();
    return connection.dispose();
  });
  return made;
}

test("queries fill the cache, mutations go through", async (t) => {
  const { token, id } = await newSession();
  const apollo = client(t, token);
  const { data } = await apollo.query({ query: APPLICATIONS });
  assert.equal(data.applications.totalCount, 1);
  assert.equal(data.applications.edges[0].node.id, id);
  assert.equal(apollo.readQuery({ query: APPLICATIONS }).applications.edges[0].node.companyName, "Example Works");
  const started = await apollo.mutate({ mutation: gql(START), variables: { id } });
  assert.equal(started.data.startResearch.phase, "RESEARCH");
});

test("errors keep their code, whether the request or the answer is at fault", async (t) => {
  const { token } = await newSession();
  const code = async (apollo, query, variables) => {
    const error = await apollo.query({ query, variables }).then(() => assert.fail("no error"), (error) => error);
    assert.ok(CombinedGraphQLErrors.is(error), String(error));
    return error.errors[0].extensions.code;
  };
  assert.equal(await code(client(t, token), APPLICATION, { id: ABSENT }), "NOT_FOUND");
  assert.equal(await code(client(t, null), APPLICATION, { id: ABSENT }), "AUTHENTICATION_ERROR");
  assert.equal(await code(client(t, token), gql`{ noSuchField }`), "VALIDATION_ERROR");
});

test("a subscription follows a run to its document", async (t) => {
  const { token, id } = await newSession();
  const apollo = client(t, token);
  const events = await new Promise((resolve, reject) => {
    const seen = [];
    const watching = apollo.subscribe({ query: gql(PHASE_EVENTS), variables: { id, after: "0" } }).subscribe({
      next({ data, error }) {
        if (error) return reject(error);
        seen.push(data.phaseEvents);
        if (data.phaseEvents.__typename !== "PhaseCompleted") return;
        resolve(seen);
        queueMicrotask(() => watching.unsubscribe());
      },
      error: reject,
    });
    apollo.mutate({ mutation: gql(START), variables: { id } }).catch(reject);
  });
  assert.equal(events[0].__typename, "PhaseStarted");
  assert.ok(events.at(-1).document.content.length > 0);
});

test("a query is sent by its hash, and its text only once", async (t) => {
  const { token, id } = await newSession();
  const bodies = [];
  const http = new HttpLink({
    uri: endpoint,
    headers: { authorization: `Bearer ${token}` },
    fetch: (address, options) => {
      bodies.push(JSON.parse(options.body));
      return fetch(address, options);
    },
  });
  const sha256 = (text) => createHash("sha256").update(text).digest("hex");
  const apollo = new ApolloClient({ cache: new InMemoryCache(), link: new PersistedQueryLink({ sha256 }).concat(http) });
  t.after(() => apollo.stop());
  const query = gql`query ($id: ID!) { application(id: $id) { id roleTitle } }`;
  for (let round = 0; round < 2; round++) {
    const { data } = await apollo.query({ query, variables: { id }, fetchPolicy: "network-only" });
    assert.equal(data.application.id, id);
  }
  assert.deepEqual(bodies.map((body) => "query" in body), [false, true, false]);
});
