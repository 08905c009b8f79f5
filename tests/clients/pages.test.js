// The pages in a real browser (CHROMIUM names one): they work, they reach no other host, and the console stays empty.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { newSession, PROCESSING_STATUS, start, url } from "./session.js";

const known = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = process.env.CHROMIUM ?? known.find(existsSync);
const quiet = ["quic", "gpu", "background-networking", "component-update", "sync"].map((name) => `--disable-${name}`);
let browser;

before(async () => {
  assert.ok(executablePath, "These tests need Chromium: install it, or name it with CHROMIUM=/path/to/chromium.");
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--no-first-run", ...quiet] });
});
after(() => browser?.close());

/** A page that fails the test for whatever a visitor's console would show. */
async function open(t, path) {
  const page = await browser.newPage();
  const complaints = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith("data:")) complaints.push(request.url());
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  t.after(async () => {
    await page.close();
    assert.deepEqual(complaints, []);
  });
  await page.goto(url + path);
  return page;
}

/** Writes a named operation into GraphiQL's editors and runs it once its tab shows that GraphiQL has read it. */
async function execute(page, { query, variables = {}, headers }) {
  const tools = page.locator(".graphiql-editor-tool .CodeMirror");
  const written = [
    [page.locator(".graphiql-query-editor .CodeMirror"), query],
    [tools.nth(0), JSON.stringify(variables)],
    [tools.nth(1), JSON.stringify(headers)],
  ];
  for (const [editor, text] of written) {
    await editor.waitFor({ state: "attached" });
    await editor.evaluate((element, text) => element.CodeMirror.setValue(text), text);
  }
  const [, name] = /^\s*\w+ (\w+)/.exec(query);
  await page.getByRole("tab", { name }).waitFor();
  await page.getByRole("button", { name: /execute query/i }).click();
}

test("the first page leads to the others", async (t) => {
  const page = await open(t, "/about");
  assert.match(await page.textContent("main"), /written by the offline writer/);
  for (const [name, path] of [["GraphQL", "/graphql"], ["REST", "/docs"]]) {
    assert.equal(await page.getByRole("link", { name, exact: true }).getAttribute("href"), path);
  }
});

test("Swagger UI shows every operation and carries one out", async (t) => {
  const { token, email } = await newSession();
  const page = await open(t, "/docs");
  await page.locator(".opblock").first().waitFor();
  const { paths } = await (await fetch(`${url}/openapi.json`)).json();
  const operations = Object.values(paths).flatMap((path) => Object.keys(path));
  assert.equal(await page.locator(".opblock").count(), operations.length);

  await page.getByRole("button", { name: "Authorize" }).first().click();
  await page.locator(".auth-container input").fill(token);
  await page.locator(".auth-btn-wrapper .authorize").click();
  await page.locator(".auth-btn-wrapper .btn-done").click();
  const operation = page.locator(".opblock", { has: page.locator('[data-path="/api/v1/auth/me"]') });
  await operation.locator(".opblock-summary-control").click();
  await operation.getByRole("button", { name: "Try it out" }).click();
  await operation.getByRole("button", { name: "Execute" }).click();
  await operation.locator(".live-responses-table", { hasText: email }).waitFor();
});

test("GraphiQL runs a query with the token from its header editor", async (t) => {
  const { token, email } = await newSession();
  const page = await open(t, "/graphql");
  await execute(page, { query: "query Me { me { email } }", headers: { Authorization: `Bearer ${token}` } });
  await page.locator(".result-window", { hasText: email }).waitFor();
});

test("GraphiQL follows a subscription live", async (t) => {
  const { token, id } = await newSession();
  const page = await open(t, "/graphql");
  const headers = { Authorization: `Bearer ${token}` };
  await execute(page, { query: PROCESSING_STATUS, variables: { id }, headers });
  await page.locator(".result-window", { hasText: "IDLE" }).waitFor();
  await start(id, token);
  await page.locator(".result-window", { hasText: "COMPLETED" }).waitFor();
});

test("GraphiQL shows the schema", async (t) => {
  const page = await open(t, "/graphql");
  await page.getByRole("button", { name: /show documentation explorer/i }).click();
  await page.locator(".graphiql-doc-explorer", { hasText: "Subscription" }).waitFor();
});
