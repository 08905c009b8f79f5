// Automatic persisted queries as urql's exchange sends them, by POST and by GET. (Apollo's link: apollo.test.js.)
import assert from "node:assert/strict";
import { test } from "node:test";
import { Client, fetchExchange } from "@urql/core";
import { persistedExchange } from "@urql/exchange-persisted";
import { ABSENT, endpoint, newSession } from "./session.js";

/** A client, and what it sent: the method, and whether the text went along. */
function recording(token, options) {
  const requests = [];
  const client = new Client({
    url: endpoint,
    exchanges: [persistedExchange(options), fetchExchange],
    requestPolicy: "network-only",
    fetchOptions: { headers: { authorization: `Bearer ${token}` } },
    preferGetMethod: false,
    fetch: (address, init) => {
      const parameters = new URL(address).searchParams;
      const body = init.method === "GET" ? Object.fromEntries(parameters) : JSON.parse(init.body);
      requests.push([init.method, Boolean(body.query)]);
      return fetch(address, init);
    },
  });
  return { client, requests };
}

test("the text of a query is sent once, then its hash is enough", async () => {
  const { token, id } = await newSession();
  const { client, requests } = recording(token, { preferGetForPersistedQueries: false });
  const query = "query UrqlByPost($id: ID!) { application(id: $id) { id companyName } }";
  for (let round = 0; round < 2; round++) {
    const { data, error } = await client.query(query, { id });
    assert.equal(error, undefined);
    assert.equal(data.application.id, id);
  }
  assert.deepEqual(requests, [["POST", false], ["POST", true], ["POST", false]]);
});

test("hashes go by GET as well", async () => {
  const { token, id } = await newSession();
  const { client, requests } = recording(token, { preferGetForPersistedQueries: "force" });
  const query = "query UrqlByGet($id: ID!) { application(id: $id) { id roleTitle } }";
  for (let round = 0; round < 2; round++) {
    const { data, error } = await client.query(query, { id });
    assert.equal(error, undefined);
    assert.equal(data.application.id, id);
  }
  assert.deepEqual(requests.map(([, text]) => text), [false, true, false]);
  assert.deepEqual([requests[0][0], requests[2][0]], ["GET", "GET"]);
});

test("a persisted query's errors keep their code", async () => {
  const { token } = await newSession();
  const { client } = recording(token, { preferGetForPersistedQueries: false });
  const query = "query UrqlAbsent($id: ID!) { application(id: $id) { id } }";
  for (let round = 0; round < 2; round++) {
    const { error } = await client.query(query, { id: ABSENT });
    assert.equal(error.graphQLErrors[0].extensions.code, "NOT_FOUND");
  }
});
