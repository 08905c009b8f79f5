// What the tests have in common: a new user, an application that can be worked on, and plain requests.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";

export const url = process.env.JOBFORGE_URL;
export const endpoint = `${url}/graphql`;
export const socket = endpoint.replace(/^http/, "ws");

const set = new URL("../quality/", import.meta.url);
export const resume = readFileSync(new URL("resumes/fullstack.md", set), "utf8");
export const ad = readFileSync(new URL("ads/fullstack__good.txt", set), "utf8");

export const PHASE_EVENTS = /* GraphQL */ `
  subscription Events($id: ID!, $after: ID) {
    phaseEvents(applicationId: $id, after: $after) {
      __typename
      id
      phase
      ... on PhaseProgressed { progress }
      ... on PhaseText { text }
      ... on PhaseCompleted { document { documentType content } }
    }
  }
`;

export const PROCESSING_STATUS = /* GraphQL */ `
  subscription Status($id: ID!) {
    processingStatus(applicationId: $id) { status currentPhase progress errorMessage }
  }
`;

export const START = /* GraphQL */ `
  mutation Start($id: ID!) { startResearch(applicationId: $id) { id status phase } }
`;

export const ABSENT = "00000000-0000-4000-8000-000000000000";

export async function post(query, variables = {}, token = null) {
  const headers = { "content-type": "application/json", accept: "application/json" };
  if (token) headers.authorization = `Bearer ${token}`;
  const answer = await fetch(endpoint, { method: "POST", headers, body: JSON.stringify({ query, variables }) });
  return answer.json();
}

async function data(query, variables, token) {
  const { data, errors } = await post(query, variables, token);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** A new user with a resume and an application: { token, email, id }. */
export async function newSession() {
  const email = `${randomUUID()}@example.org`;
  const { register } = await data(
    `mutation ($input: RegisterInput!) { register(input: $input) { accessToken } }`,
    { input: { email, password: "correct horse 1", fullName: "Robin Example" } },
  );
  const token = register.accessToken;
  const { createApplication } = await data(
    `mutation ($resume: ResumeInput!, $application: CreateApplicationInput!) {
      createResume(input: $resume) { id }
      createApplication(input: $application) { id }
    }`,
    {
      resume: { name: "Main", content: resume },
      application: { companyName: "Example Works", roleTitle: "Developer", jobDescription: ad },
    },
    token,
  );
  return { token, email, id: createApplication.id };
}

export const start = (id, token) => data(START, { id }, token);

/** All values up to and including the first that `last` accepts. */
export async function until(values, last) {
  const seen = [];
  for await (const value of values) {
    seen.push(value);
    if (last(value)) break;
  }
  return seen;
}
