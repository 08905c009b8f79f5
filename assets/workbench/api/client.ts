// The one GraphQL client and its normalised cache.
import { Client, type DocumentInput, fetchExchange, type OperationResult, subscriptionExchange } from "@urql/core";
import { type Cache, cacheExchange } from "@urql/exchange-graphcache";
import { signal } from "@preact/signals";
import { address } from "./base.ts";
import { asProblem, type Problem, problemOf } from "./errors.ts";
import { noteSessionEnd } from "./session-state.ts";
import { stream } from "./stream.ts";

const embedded = [
  "AdReading", "ApplicationChange", "ApplicationConnection", "ApplicationEdge", "Coverage",
  "DocumentReview", "DocumentVersion", "Export", "Finding", "FindingValue", "GroupCount", "InjectionFinding",
  "LineProvenance", "MatchReport", "PageInfo", "ProcessingStatus", "ReadingWarning", "Requirement", "Service",
  "StageCount", "Statistics", "TextRange", "Usage", "UsageItem", "WriterInfo", "AuthPayload", "DocumentChange",
  "TimelineConnection", "TimelineEdge", "NewAccessToken",
];

/** Have a list asked for again, whatever the arguments it was asked with. */
const forget = (name: string) => (_result: unknown, _args: unknown, store: Cache) => {
  for (const { fieldName, arguments: given } of store.inspectFields("Query")) {
    if (fieldName === name) store.invalidate("Query", fieldName, given);
  }
};
const forgetList = forget("applications");
const forgetResumes = forget("resumes");
const forgetCounts = forget("applicationCounts");
const forgetBin = forget("bin");

function forgetLists(result: unknown, args: unknown, store: Cache): void {
  forgetList(result, args, store);
  forgetCounts(result, args, store);
}

/** Both: what a deletion or its undoing changes besides the list itself. */
const withBin = (update: typeof forgetList) => (result: unknown, args: unknown, store: Cache) => {
  update(result, args, store);
  forgetBin(result, args, store);
};

function cache() {
  return cacheExchange({
    keys: Object.fromEntries(embedded.map((name) => [name, () => null])),
    updates: {
      Mutation: {
        createApplication: forgetLists,
        importApplications: forgetLists,
        moveApplication: forgetCounts,
        deleteApplication: withBin(forgetLists),
        restoreApplication: withBin(forgetLists),
        archiveApplication: forgetLists,
        setTags: forgetList,
        createResume: forgetResumes,
        setPrimaryResume: forgetResumes,
        updateResume: forgetResumes,
        deleteResume: withBin(forgetResumes),
        restoreResume: withBin(forgetResumes),
      },
      Subscription: {
        applicationChanged: (result, args, store) => {
          if ((result.applicationChanged as { kind: string }).kind !== "UPDATED") forgetLists(result, args, store);
        },
      },
    },
  });
}

/** Subscriptions of the cache: each begins again after the last event that it was told. */
function subscriptions() {
  return subscriptionExchange({
    forwardSubscription: ({ query, variables }) => ({
      subscribe: (sink) => {
        let after: string | undefined;
        const next = (data: Record<string, unknown>) => {
          for (const value of Object.values(data)) after = (value as { id?: string }).id ?? after;
          sink.next({ data });
        };
        const unsubscribe = stream(query ?? "", () => ({ ...variables, ...(after && { after }) }), next);
        return { unsubscribe };
      },
    }),
  });
}

const create = () =>
  new Client({
    url: address("/graphql"),
    exchanges: [cache(), subscriptions(), fetchExchange],
    fetchOptions: { credentials: "same-origin", headers: { accept: "application/json" } },
    preferGetMethod: false,
  });

let client = create();
/** Raised whenever the cache was emptied: who watches a query asks again. */
export const cacheEpoch = signal(0);

export function forgetCache(): void {
  client = create();
  cacheEpoch.value += 1;
}

export const currentClient = (): Client => client;

/** Return the problem of an answer, having said so if it is that the session is over. */
export function problemIn(result: OperationResult): Problem | null {
  if (!result.error) return null;
  const problem = problemOf(result.error);
  if (problem.code === "AUTHENTICATION_ERROR") void noteSessionEnd();
  return problem;
}

function answer<D>(result: OperationResult<D>): D {
  const problem = problemIn(result as OperationResult);
  if (problem && !result.data) throw problem;
  if (problem && Object.values(result.data as object).every((value) => value === null)) throw problem;
  return result.data as D;
}

/** Ask the server. Raises a Problem. */
export async function ask<D, V extends object>(document: DocumentInput<D, V>, variables: V): Promise<D> {
  return answer(await client.query(document, variables, { requestPolicy: "network-only" }).toPromise());
}

/** Do something on the server; `keepalive` lets the request outlive the page. Raises a Problem. */
export async function act<D, V extends object>(
  document: DocumentInput<D, V>,
  variables: V,
  keepalive = false,
): Promise<D> {
  const options = keepalive ? { fetchOptions: { credentials: "same-origin" as const, keepalive } } : {};
  return answer(await client.mutation(document, variables, options).toPromise());
}

/** Like `act`, answering with the problem instead of raising it. */
export async function attempt<D, V extends object>(
  document: DocumentInput<D, V>,
  variables: V,
): Promise<[D, null] | [null, Problem]> {
  try {
    return [await act(document, variables), null];
  } catch (thrown) {
    return [null, asProblem(thrown)];
  }
}
