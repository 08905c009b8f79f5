// A subscription that goes on until it is stopped: over the socket, or else by server-sent events.
import { type DocumentInput, stringifyDocument } from "@urql/core";
import { effect } from "@preact/signals";
import { address } from "./base.ts";
import { backoff, currentSocket, noteConnection, SESSION_OVER, transport } from "./connection.ts";
import { readEvents } from "./server-sent-events.ts";
import { nextSession, noteSessionEnd } from "./session-state.ts";

const FAILURES_UNTIL_POLLING = 3;

interface Answer<D> {
  data?: D | null;
  errors?: readonly { message: string; extensions?: Record<string, unknown> }[];
}

function codeOf(error: unknown): unknown {
  if (Array.isArray(error)) return error[0]?.extensions?.code;
  return (error as CloseEvent | null)?.code === SESSION_OVER ? "AUTHENTICATION_ERROR" : undefined;
}

function overSocket<D>(payload: { query: string; variables: Record<string, unknown> }, next: (data: D) => void) {
  let stop: () => void = () => undefined;
  const ended = new Promise<unknown>((resolve) => {
    stop = currentSocket().subscribe<D>(payload, {
      next: (answer) => (answer.data ? next(answer.data) : resolve(answer.errors)),
      error: resolve,
      complete: () => resolve(null),
    });
  });
  return { ended, stop: () => stop() };
}

function overEvents<D>(payload: { query: string; variables: Record<string, unknown> }, next: (data: D) => void) {
  const controller = new AbortController();
  const run = async (): Promise<unknown> => {
    const response = await fetch(address("/graphql"), {
      method: "POST",
      credentials: "same-origin",
      headers: { "content-type": "application/json", accept: "text/event-stream" },
      body: JSON.stringify(payload),
      signal: controller.signal,
    });
    if (!response.ok || !response.body) throw new Error(response.statusText);
    noteConnection(true);
    for await (const event of readEvents(response.body)) {
      if (event.name === "complete") return null;
      const answer = JSON.parse(event.data) as Answer<D>;
      if (answer.errors) return answer.errors;
      if (answer.data) next(answer.data);
    }
    throw new Error("The stream was cut.");
  };
  return { ended: run().catch((error: unknown) => error), stop: () => controller.abort() };
}

/** Follow a subscription; `variables` is asked anew for each connection. Return what stops it. */
export function stream<D, V extends object>(
  document: DocumentInput<D, V>,
  variables: () => V,
  next: (data: D) => void,
): () => void {
  const payload = {
    query: typeof document === "string" ? document : stringifyDocument(document),
    // A getter, since the socket sends this very object again when it reconnects.
    get variables() {
      return variables() as Record<string, unknown>;
    },
  };
  let stopped = false;
  let stop: () => void = () => undefined;

  const run = async () => {
    let failures = 0;
    while (!stopped && transport.value !== "polling") {
      const way = transport.value;
      const following = (way === "socket" ? overSocket : overEvents)<D>(payload, (data) => {
        failures = 0;
        next(data);
      });
      stop = following.stop;
      const error = await following.ended;
      if (stopped || error === null || codeOf(error) === "NOT_FOUND") return;
      if (codeOf(error) === "AUTHENTICATION_ERROR") {
        void noteSessionEnd();
        await nextSession();
        continue;
      }
      if (way === "events") {
        noteConnection(false);
        if (++failures >= FAILURES_UNTIL_POLLING && navigator.onLine) transport.value = "polling";
      }
      await backoff(failures);
    }
  };

  const end = effect(() => {
    if (transport.value === "polling") stop();
  });
  void run();
  return () => {
    stopped = true;
    end();
    stop();
  };
}
