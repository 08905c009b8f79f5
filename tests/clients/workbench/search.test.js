// A search of sixty applications by the page alone: entered as CSV, moved, noted, counted, exported, erased.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { box, button, launch, PASSWORD, signUp, url, visit } from "./browser.js";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const STAGES = ["applied", "screening", "interview", "rejected"];

/** Sixty rows over three months; every fifth is only saved. */
function rows() {
  const header = "company_name;role_title;stage;applied_at;found_via";
  const lines = Array.from({ length: 60 }, (_, number) => {
    if (number % 5 === 0) return `Harbour ${number};Electrician;saved;;A friend`;
    const day = new Date(Date.UTC(2026, 7, 31) + number * 36 * 3_600_000).toISOString();
    return `Harbour ${number};Electrician;${STAGES[number % 4]};${day};Harbour Board`;
  });
  return [header, ...lines].join("\n");
}

test("a search of sixty applications is kept by the page alone", async (t) => {
  const page = await visit(t, browser, { faults: true });
  const email = await signUp(page);
  await page.goto(`${url}/applications`);
  await button(page, "Import CSV").click();
  const dialog = page.getByRole("dialog", { name: "Import CSV" });
  const file = { name: "search.csv", mimeType: "text/csv", buffer: Buffer.from(rows()) };
  await dialog.getByLabel("Choose a CSV file").setInputFiles(file);
  await button(dialog, "Import 60 applications").click();
  await dialog.waitFor({ state: "detached" });

  await page.goto(`${url}/applications?view=board`);
  const board = page.getByRole("region", { name: "Board" });
  const column = (name) => board.getByRole("region", { name, exact: true });
  await column("Saved").getByRole("link").nth(11).waitFor();
  const card = column("Saved").getByRole("listitem").filter({ hasText: "Harbour 55" });
  await card.getByRole("button", { name: /^Acts for/ }).click();
  await page.getByRole("menuitemradio", { name: "Stage: Applied" }).click();
  await column("Applied").getByText("Harbour 55").waitFor();
  await column("Applied").getByRole("listitem").filter({ hasText: "Harbour 55" }).getByRole("link").click();

  await page.getByRole("tab", { name: "Timeline" }).click();
  const add = page.getByRole("form", { name: "Add" });
  await add.getByLabel("What").selectOption("note");
  await add.getByLabel("Text", { exact: true }).fill("Sent by post.");
  await add.getByRole("button", { name: "Add" }).click();
  await page.getByRole("list", { name: "Timeline" }).getByText("Sent by post.").waitFor();

  await page.getByRole("link", { name: "Statistics" }).click();
  const stages = page.getByRole("region", { name: "Stages" });
  await stages.getByRole("row", { name: /^Saved 11/ }).waitFor();
  await stages.getByRole("row", { name: /^Applied 13/ }).waitFor();

  await page.goto(`${url}/settings`);
  const download = page.waitForEvent("download");
  await button(page, "Applications as CSV").click();
  const written = readFileSync(await (await download).path(), "utf8").trim().split("\r\n");
  assert.equal(written.length, 61);
  assert.ok(written.some((line) => line.startsWith("Harbour 55,Electrician") && line.includes(",applied,")));

  await button(page, "Erase my account").click();
  const last = page.getByRole("dialog", { name: "Erase my account" });
  await box(last, "Password").fill(PASSWORD);
  await button(last, "Erase for good").click();
  await box(page, "E-mail").fill(email);
  await box(page, "Password").fill(PASSWORD);
  await button(page, "Sign in").click();
  await page.getByText("The address or the password is not right.").waitFor();
});
