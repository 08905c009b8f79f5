// Many at once: each gets its own answer, and never another's.
import assert from "node:assert/strict";
import { test } from "node:test";
import { newSession, post } from "./session.js";

test("the same query of many users at once answers each with their own data", async () => {
  const sessions = await Promise.all(Array.from({ length: 8 }, newSession));
  for (let round = 0; round < 10; round++) {
    const answers = await Promise.all(
      sessions.map(({ token, id }) =>
        post("query Own($id: ID!) { me { email } application(id: $id) { id } }", { id }, token),
      ),
    );
    assert.deepEqual(
      answers.map(({ data }) => data),
      sessions.map(({ email, id }) => ({ me: { email }, application: { id } })),
    );
  }
});
