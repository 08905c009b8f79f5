// JobForge below a path behind nginx, with the settings of deploy/nginx.conf: pages, REST, GraphQL, both kinds of streams.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { createClient as createEvents } from "graphql-sse";
import { createClient as createSocket } from "graphql-ws";
import WebSocket from "ws";
import { freePort, Server } from "./server.js";
import { ad, PHASE_EVENTS, resume, START, until } from "./session.js";

const BASE = "/jobforge";
const NGINX = process.env.NGINX ?? "nginx";
let server, nginx, directory, origin;

/** The shipped configuration for one service at `url`, on our port and below a path. */
async function configuration(url, port) {
  const shipped = await readFile(new URL("../../deploy/nginx.conf", import.meta.url), "utf8");
  const changes = [
    [/\/tmp\//g, `${directory}/`],
    [/worker_processes auto;/, "worker_processes 1;"],
    [/listen 8000;/, `listen 127.0.0.1:${port};`],
    [/resolver [^;]*;/, ""],
    [/location \/ \{/, `location ${BASE}/ {`],
    [/set \$api [^;]*;/, () => `set $api ${url};\n            rewrite ^${BASE}(/.*)$ $1 break;`],
    [/(proxy_set_header X-Forwarded-For)/, `proxy_set_header X-Forwarded-Prefix ${BASE};\n            $1`],
  ];
  return changes.reduce((text, [pattern, replacement]) => {
    assert.match(text, new RegExp(pattern.source), `deploy/nginx.conf has no ${pattern}`);
    return text.replace(pattern, replacement);
  }, shipped);
}

before(async () => {
  server = await new Server({ JOBFORGE_TRUSTED_PROXIES: "127.0.0.1" }).start();
  server.log.resume();
  directory = await mkdtemp(join(tmpdir(), "jobforge-nginx-"));
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  const file = join(directory, "nginx.conf");
  await writeFile(file, await configuration(server.url, port));
  nginx = spawn(NGINX, ["-c", file, "-g", "daemon off;"], { stdio: ["ignore", "ignore", "inherit"] });
  nginx.on("error", () => assert.fail("This test needs nginx: install it, or name it with NGINX=/path/to/nginx."));
  await server.ready();
  for (let tries = 0; !(await fetch(`${origin}${BASE}/healthz`).catch(() => null))?.ok; tries++) {
    assert.ok(tries < 100, "nginx does not answer");
    await sleep(100);
  }
});

after(async () => {
  nginx?.kill("SIGQUIT");
  if (nginx) await once(nginx, "exit");
  await server?.stop();
  await server?.remove();
  await rm(directory, { recursive: true });
});

async function json(path, body, token, method = "POST") {
  const headers = { "content-type": "application/json", accept: "application/json" };
  if (token) headers.authorization = `Bearer ${token}`;
  const answer = await fetch(`${origin}${BASE}${path}`, { method, headers, body: body && JSON.stringify(body) });
  assert.ok(answer.ok, `${path}: ${answer.status}`);
  return answer.json();
}

async function newSession() {
  const account = { email: `${crypto.randomUUID()}@example.com`, password: "Sesame-opens-7", full_name: "Jo" };
  const { access_token: token } = await json("/api/v1/auth/register", account);
  await json("/api/v1/resumes", { name: "Mine", content: resume }, token);
  const application = { company_name: "Harbour", role_title: "Developer", job_description: ad };
  const { id } = await json("/api/v1/applications", application, token);
  return { token, id };
}

const start = (id, token) => json("/graphql", { query: START, variables: { id } }, token);

for (const path of ["/", "/docs", "/graphql", "/applications/unknown"]) {
  test(`the page ${path} asks for nothing outside of its path`, async () => {
    const page = await (await fetch(`${origin}${BASE}${path}`, { headers: { accept: "text/html" } })).text();
    const addresses = [...page.matchAll(/(?:src|href)="(\/[^"]*)"/g)].map(([, address]) => address);
    assert.ok(addresses.length);
    for (const address of addresses) {
      assert.ok(address.startsWith(`${BASE}/`), address);
      if (/\.(js|css)/.test(address)) assert.ok((await fetch(`${origin}${address}`)).ok, address);
    }
  });
}

test("a phase is told over a WebSocket", async (t) => {
  const { token, id } = await newSession();
  const connectionParams = { Authorization: `Bearer ${token}` };
  const url = `${origin.replace("http", "ws")}${BASE}/graphql`;
  const client = createSocket({ url, webSocketImpl: WebSocket, connectionParams, retryAttempts: 0 });
  t.after(() => client.dispose());
  const values = client.iterate({ query: PHASE_EVENTS, variables: { id, after: "0" } });
  const collecting = until(values, ({ data }) => data.phaseEvents.__typename === "PhaseCompleted");
  await start(id, token);
  assert.equal((await collecting).at(0).data.phaseEvents.__typename, "PhaseStarted");
});

test("a phase is told over server-sent events, and its document has an address below the path", async (t) => {
  const { token, id } = await newSession();
  const client = createEvents({ url: `${origin}${BASE}/graphql`, headers: { authorization: `Bearer ${token}` } });
  t.after(() => client.dispose());
  const values = client.iterate({ query: PHASE_EVENTS, variables: { id, after: "0" } });
  const collecting = until(values, ({ data }) => data.phaseEvents.__typename === "PhaseCompleted");
  await start(id, token);
  await collecting;
  const query = "query ($id: ID!) { application(id: $id) { documents { export(format: PDF) { url } } } }";
  const { data } = await json("/graphql", { query, variables: { id } }, token);
  const [{ export: { url } }] = data.application.documents;
  assert.ok(url.startsWith(`${BASE}/`), url);
  const pdf = await fetch(`${origin}${url}`);
  assert.equal(pdf.headers.get("content-type"), "application/pdf");
  assert.equal(Buffer.from(await pdf.arrayBuffer()).subarray(0, 5).toString(), "%PDF-");
});

test("the calendar's address is below the path and opens", async () => {
  const { token } = await newSession();
  const { data } = await json("/graphql", { query: "mutation { resetCalendarUrl }" }, token);
  assert.ok(data.resetCalendarUrl.startsWith(`${BASE}/calendar/`), data.resetCalendarUrl);
  assert.match(await (await fetch(`${origin}${data.resetCalendarUrl}`)).text(), /^BEGIN:VCALENDAR/);
});
