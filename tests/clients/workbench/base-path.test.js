// The page below a path: every request, link, socket, cookie and file stays below it.
import assert from "node:assert/strict";
import { stat } from "node:fs/promises";
import { after, before, test } from "node:test";
import { Server } from "../server.js";
import { box, button, launch, makeApplication, PASSWORD, phase, signUp, tab, visit, waitForState } from "./browser.js";

const BASE = "/jobforge";
let browser;
let server;
let origin;

before(async () => {
  [browser, server] = await Promise.all([launch(), new Server({ JOBFORGE_BASE_PATH: BASE }).start()]);
  server.log.resume();
  await server.ready();
  origin = server.url + BASE;
});

after(async () => {
  await browser?.close();
  await server?.stop();
  await server?.remove();
});

/** Every address that a link of the page leads to. */
const links = (page) => page.evaluate(() => [...document.querySelectorAll("a[href]")].map(({ href }) => href));

test("signing up, writing, downloading and coming back work below a path", async (t) => {
  const page = await visit(t, browser, { origin });
  const sockets = [];
  page.on("websocket", (socket) => sockets.push(new URL(socket.url()).pathname));
  const { email, path } = await makeApplication(page);
  assert.match(path, /^\/jobforge\/applications\/[\w-]+$/);
  assert.deepEqual(new Set(sockets), new Set([`${BASE}/graphql`]));

  await tab(page, "Letter").click();
  await page.getByRole("button", { name: "Download" }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "PDF", exact: true }).click(),
  ]);
  assert.ok((await stat(await file.path())).size > 2000);

  for (const [name, heading] of [["Resumes", "Resumes"], ["Statistics", "Statistics"], ["Settings", "Settings"], ["Applications", "Applications"]]) {
    await page.getByRole("link", { name, exact: true }).click();
    await page.getByRole("heading", { name: heading, level: 1 }).waitFor();
    const elsewhere = (await links(page)).filter((href) => new URL(href).origin === server.url && !href.startsWith(origin));
    assert.deepEqual(elsewhere, [], name);
  }
  await page.goBack();
  await page.getByRole("heading", { name: "Settings", level: 1 }).waitFor();
  await page.goto(server.url + path);
  await waitForState(page, "Letter", "ready");
  await phase(page, "Report").getByRole("button", { name: "Again" }).click();
  await waitForState(page, "Letter", "out of date");

  const [cookie] = await page.context().cookies();
  assert.equal(cookie.path, `${BASE}/`);
  await button(page, "Sign out").click();
  await button(page, "Sign in").click(); // from the form for a new account
  await box(page, "E-mail").fill(email);
  await box(page, "Password").fill(PASSWORD);
  await button(page, "Sign in").click();
  await page.getByRole("heading", { name: "Developer", level: 1 }).waitFor();
});

test("an address that does not exist below the path is not found, and leads back below it", async (t) => {
  const page = await visit(t, browser, { origin, faults: true });
  await signUp(page);
  await page.goto(`${origin}/applications/00000000-0000-4000-8000-000000000000`);
  await page.getByRole("heading", { name: "Not found" }).waitFor();
  assert.deepEqual((await links(page)).filter((href) => !href.startsWith(origin)), []);
});
