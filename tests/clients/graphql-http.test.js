// The audit suite of the npm package graphql-http: the GraphQL-over-HTTP specification, point by point.
import assert from "node:assert/strict";
import { test } from "node:test";
import { serverAudits } from "graphql-http";
import { endpoint } from "./session.js";

const audits = serverAudits({ url: endpoint, fetchFn: fetch });

test("the suite has the audits we know", () => assert.equal(audits.length, 61));

for (const audit of audits) {
  test(`${audit.id} ${audit.name}`, async () => {
    const result = await audit.fn();
    assert.equal(result.status, "ok", result.reason);
  });
}
