// The one WebSocket, and how the connection stands. A page without a socket falls back to server-sent events, then to
// asking again and again.
import { computed, effect, signal } from "@preact/signals";
import { type Client, createClient } from "graphql-ws";
import { address } from "./base.ts";
import { noteSessionEnd } from "./session-state.ts";

export type Transport = "socket" | "events" | "polling";

const RECONNECTING_MILLISECONDS = 2000;
const OFFLINE_MILLISECONDS = 20_000;
const MAX_WAIT_MILLISECONDS = 30_000;
const FAILURES_UNTIL_FALLBACK = 4;
export const SESSION_OVER = 4403;

export const transport = signal<Transport>("socket");
export const polling = computed(() => transport.value === "polling");
/** When the connection was lost, in milliseconds since the epoch; null while it stands. */
export const lostAt = signal<number | null>(null);
const now = signal(Date.now());

export type Connection = "live" | "reconnecting" | "offline";
export const connection = computed<Connection>(() => {
  if (lostAt.value === null) return "live";
  const lost = now.value - lostAt.value;
  if (lost >= OFFLINE_MILLISECONDS) return "offline";
  return lost >= RECONNECTING_MILLISECONDS ? "reconnecting" : "live";
});

let socket: Client | null = null;
let failures = 0;
let wasConnected = false;

/** Note that the server was or was not reached just now. */
export function noteConnection(reached: boolean): void {
  if (reached) lostAt.value = null;
  else lostAt.value ??= Date.now();
}

effect(() => {
  if (lostAt.value === null) return;
  now.value = Date.now();
  const timer = setInterval(() => (now.value = Date.now()), 500);
  return () => clearInterval(timer);
});

/** Wait before another try: 0.5 s doubling to 30 s with jitter, cut short when there may be a connection again. */
export function backoff(tries: number): Promise<void> {
  const milliseconds = Math.min(500 * 2 ** tries, MAX_WAIT_MILLISECONDS) * (0.75 + Math.random() / 2);
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      document.removeEventListener("visibilitychange", shown);
      resolve();
    };
    const shown = () => document.visibilityState === "visible" && done();
    const timer = setTimeout(done, milliseconds);
    window.addEventListener("online", done);
    document.addEventListener("visibilitychange", shown);
  });
}

function openSocket(): Client {
  const url = new URL(address("/graphql"), location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  return createClient({
    url: url.href,
    keepAlive: 10_000,
    lazyCloseTimeout: 2000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: (problem) => transport.value === "socket" && (problem as CloseEvent).code !== SESSION_OVER,
    retryWait: backoff,
    on: {
      connected: () => {
        wasConnected = true;
        failures = 0;
        noteConnection(true);
      },
      closed: (event) => {
        const { code } = event as CloseEvent;
        if (code === SESSION_OVER) void noteSessionEnd();
        else if (code !== 1000) noteConnection(false);
        if (!wasConnected && ++failures >= FAILURES_UNTIL_FALLBACK && navigator.onLine) transport.value = "events";
      },
    },
  });
}

export function currentSocket(): Client {
  socket ??= openSocket();
  return socket;
}

/** Close the socket, as when another user signs in; the next subscription opens one again. */
export function closeSocket(): void {
  void socket?.dispose();
  socket = null;
}

window.addEventListener("offline", () => {
  noteConnection(false);
  socket?.terminate();
});
