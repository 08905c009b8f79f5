// A forgotten password: the owner of the machine prints a link, the user follows it.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { Server } from "../server.js";
import { box, button, launch, PASSWORD, signUp, visit } from "./browser.js";

const NEW = "battery staple 2";
let browser;
let server;

before(async () => {
  server = await new Server().start();
  server.log.resume();
  await server.ready();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  await server?.remove();
});

async function linkFor(email) {
  const command = ["users", "reset-password", email, "--link", "--server", server.url];
  const env = { ...process.env, JOBFORGE_DATA_DIR: server.data };
  const { stdout } = await promisify(execFile)(process.env.JOBFORGE ?? "jobforge", command, { env });
  return stdout.trim();
}

test("a link sets a new password and signs in; used again it says so", async (t) => {
  const page = await visit(t, browser, { origin: server.url, faults: true });
  const email = await signUp(page);
  const link = await linkFor(email);
  const other = await visit(t, browser, { origin: server.url, path: link.slice(server.url.length), faults: true });
  await other.getByRole("heading", { name: "Set a new password" }).waitFor();
  assert.equal(await other.evaluate(() => location.hash), "");
  await box(other, "New password").fill("short");
  await button(other, "Save and sign in").click();
  await other.locator("[aria-invalid=true]").waitFor();
  await box(other, "New password").fill(NEW);
  await button(other, "Save and sign in").click();
  await other.getByRole("heading", { name: "New application" }).waitFor();

  await page.goto(link);
  await box(page, "New password").fill(NEW);
  await button(page, "Save and sign in").click();
  await page.getByText("This link was used already").waitFor();
  await page.getByRole("link", { name: "Sign in" }).click();
  await box(page, "E-mail").fill(email);
  await box(page, "Password").fill(PASSWORD);
  await button(page, "Sign in").click();
  await page.getByText("The address or the password is not right.").waitFor();
  await box(page, "Password").fill(NEW);
  await button(page, "Sign in").click();
  await page.getByRole("heading", { name: "New application" }).waitFor();
});
