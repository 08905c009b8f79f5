// A visitor of the page: a browser of its own, found by role and name only, that fails the test for whatever its
// console would show and for every request to another host.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { chromium } from "playwright-core";

export const url = process.env.JOBFORGE_URL;
export const PASSWORD = "correct horse 1";
const set = new URL("../../quality/", import.meta.url);
export const RESUME = readFileSync(new URL("resumes/fullstack.md", set), "utf8");
export const AD = readFileSync(new URL("ads/fullstack__good.txt", set), "utf8");

const known = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const quiet = ["quic", "gpu", "background-networking", "component-update", "sync"].map((name) => `--disable-${name}`);

export function launch() {
  const executablePath = process.env.CHROMIUM ?? known.find(existsSync);
  assert.ok(executablePath, "These tests need Chromium: install it, or name it with CHROMIUM=/path/to/chromium.");
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--no-first-run", ...quiet] });
}

/** What the browser itself says of a request that was refused or cut, as tests of faults cause. */
const OF_FAULTS = /Failed to load resource|WebSocket connection|net::ERR_|ERR_INTERNET_DISCONNECTED/;

/** A page that fails the test for complaints. `faults`: requests may fail. */
export async function visit(t, browser, { path = "/", faults = false, origin = url, state, ...options } = {}) {
  const context = await browser.newContext({ locale: "en-GB", acceptDownloads: true, storageState: state, ...options });
  const page = await context.newPage();
  const complaints = watch(page, { faults, origin });
  t.after(async () => {
    await context.close();
    assert.deepEqual(complaints, []);
  });
  await page.goto(origin + path);
  return page;
}

function watch(page, { faults, origin }) {
  const complaints = [];
  page.on("console", (message) => {
    const isFault = faults && OF_FAULTS.test(message.text());
    if (["error", "warning"].includes(message.type()) && !isFault) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.stack));
  page.on("request", (request) => {
    const isOurs = request.url().startsWith(origin) || /^(data|blob):/.test(request.url());
    if (!isOurs) complaints.push(request.url());
  });
  page.on("response", (response) => {
    if (response.status() >= 400 && !faults) complaints.push(`${response.status()} ${response.url()}`);
  });
  return complaints;
}

export const button = (page, name, options = {}) => page.getByRole("button", { name, exact: true, ...options });
export const box = (page, name) => page.getByRole("textbox", { name, exact: true });

export async function signUp(page) {
  const email = `${randomUUID()}@example.org`;
  await box(page, "Name").fill("Robin Example");
  await box(page, "E-mail").fill(email);
  await box(page, "Password").fill(PASSWORD);
  await button(page, "Create account").click();
  await page.getByRole("heading", { name: "New application" }).waitFor();
  return email;
}

/** Fill in the form of a new application by what a person would paste. */
export async function fillIn(page, { resume = RESUME, ad = AD, company = "Quayside Travel", position = "Developer" } = {}) {
  await box(page, "Resume").fill(resume);
  await box(page, "Job ad").fill(ad);
  await box(page, "Company").fill(company);
  await box(page, "Position").fill(position);
}

/** The part of the page about one phase. */
export const phase = (page, name) =>
  page.getByRole("region", { name: "Documents" }).getByRole("listitem").filter({
    has: page.getByRole("heading", { name, exact: true }),
  });

export const waitForState = (page, name, state) =>
  phase(page, name).getByRole("status").filter({ hasText: new RegExp(`^${state}$`) }).waitFor();

/** A signed-up user's application with all three documents. */
export async function makeApplication(page, texts = {}) {
  const email = await signUp(page);
  await fillIn(page, texts);
  await button(page, "Make my application").click();
  for (const name of ["Report", "Resume", "Letter"]) await waitForState(page, name, "ready");
  return { email, path: new URL(page.url()).pathname };
}

export const tab = (page, name) => page.getByRole("tab", { name, exact: true });

export const saved = (page) => page.getByRole("status").filter({ hasText: /^Saved/ }).waitFor();

/** Ask the API as the page's user would, with its cookie. */
export const ask = (page, query, variables = {}) =>
  page.evaluate(
    async ([query, variables]) => {
      const headers = { "content-type": "application/json", accept: "application/json" };
      const answer = await fetch("/graphql", { method: "POST", headers, body: JSON.stringify({ query, variables }) });
      const { data, errors } = await answer.json();
      if (errors) throw new Error(JSON.stringify(errors));
      return data;
    },
    [query, variables],
  );

/** Show the page in another language from now on, as the settings would. */
export async function speak(page, language) {
  await ask(page, "mutation($language: String) { updateMe(language: $language) { id } }", { language });
  await page.reload();
  await page.locator(`html[lang=${language}]`).waitFor();
}
