// The search as a whole: stages by drag and by menu, the timeline, what is due, statistics, access.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AD, ask, box, button, launch, signUp, url, visit } from "./browser.js";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

async function withApplications(t, companies, options) {
  const page = await visit(t, browser, options);
  await signUp(page);
  const ids = [];
  for (const companyName of companies) {
    const input = { companyName, roleTitle: "Developer", jobDescription: AD };
    const made = await ask(page, "mutation ($input: CreateApplicationInput!) { createApplication(input: $input) { id } }", { input });
    ids.push(made.createApplication.id);
  }
  return { page, ids };
}

async function secondBrowser(t, page) {
  const { email } = (await ask(page, "{ me { email } }")).me;
  const other = await visit(t, browser, { faults: true });
  await button(other, "Sign in").click();
  await box(other, "E-mail").fill(email);
  await box(other, "Password").fill("correct horse 1");
  await button(other, "Sign in").click();
  await other.getByRole("heading", { name: "Applications" }).waitFor();
  return { other, email };
}

const column = (page, name) => page.getByRole("region", { name: "Board" }).getByRole("region", { name, exact: true });
const stageOf = async (page, id) => (await ask(page, "query ($id: ID!) { application(id: $id) { stage } }", { id })).application.stage;

test("a card is moved by its menu, and back by Undo", async (t) => {
  const { page, ids } = await withApplications(t, ["Harbour Labs"]);
  await page.goto(`${url}/applications?view=board`);
  await column(page, "Saved").getByRole("link", { name: "Developer" }).waitFor();
  await page.getByRole("button", { name: /^Acts for/ }).click();
  await page.getByRole("menuitemradio", { name: "Stage: Interview" }).click();
  await column(page, "Interview").getByRole("link", { name: "Developer" }).waitFor();
  await button(page, "Undo").click();
  await column(page, "Saved").getByRole("link", { name: "Developer" }).waitFor();
  await page.reload();
  await column(page, "Saved").getByRole("link", { name: "Developer" }).waitFor();
  assert.equal(await stageOf(page, ids[0]), "SAVED");
});

test("a card is dragged to another column", async (t) => {
  const { page, ids } = await withApplications(t, ["Harbour Labs", "Acme Care"]);
  await page.goto(`${url}/applications?view=board`);
  const card = column(page, "Saved").getByRole("listitem").filter({ hasText: "Acme Care" });
  await card.dragTo(column(page, "Applied"));
  await column(page, "Applied").getByText("Acme Care").waitFor();
  for (let tries = 0; tries < 50 && (await stageOf(page, ids[1])) !== "APPLIED"; tries++) await page.waitForTimeout(100);
  assert.equal(await stageOf(page, ids[1]), "APPLIED");
  await page.goto(`${url}/applications?stage=APPLIED`);
  await page.getByRole("link", { name: /Acme Care/ }).waitFor();
  assert.equal(await page.getByRole("link", { name: /Harbour Labs/ }).count(), 0);
});

test("an archived application leaves the list, is found by the filter, and comes back", async (t) => {
  const { page } = await withApplications(t, ["Harbour Labs", "Acme Care"]);
  const link = (name) => page.getByRole("link", { name: new RegExp(name) });
  const chooseFor = async (company, item) => {
    await page.getByRole("listitem").filter({ hasText: company }).getByRole("button", { name: /^Acts for/ }).click();
    await page.getByRole("menuitem", { name: item, exact: true }).click();
  };
  await page.goto(`${url}/applications`);
  await chooseFor("Acme Care", "Archive");
  await link("Acme Care").waitFor({ state: "detached" });
  await button(page, "Undo").click();
  await link("Acme Care").waitFor();
  await chooseFor("Acme Care", "Archive");
  await link("Acme Care").waitFor({ state: "detached" });
  await page.getByLabel("Show", { exact: true }).selectOption({ label: "Archived" });
  await link("Acme Care").waitFor();
  assert.equal(await link("Harbour Labs").count(), 0);
  await page.reload();
  await chooseFor("Acme Care", "Bring back");
  await button(page, "Clear the search").click();
  await link("Acme Care").waitFor();
  await link("Harbour Labs").waitFor();
});

test("what was deleted lies in the bin and comes back, by keyboard alone", async (t) => {
  const { page, ids } = await withApplications(t, ["Harbour Labs", "Acme Care"]);
  await page.goto(`${url}/applications`);
  await page.getByRole("listitem").filter({ hasText: "Acme Care" }).getByRole("button", { name: /^Acts for/ }).press("Enter");
  await page.getByRole("menuitem", { name: "Delete", exact: true }).press("Enter");
  await button(page, "Close").press("Enter");
  await page.getByRole("link", { name: "Bin", exact: true }).press("Enter");
  await page.getByRole("heading", { name: "Bin" }).waitFor();
  await button(page, "Bring back Developer · Acme Care").press("Enter");
  await page.getByText("The bin is empty").waitFor();
  await button(page, "Open").press("Enter");
  await page.waitForURL(`${url}/applications/${ids[1]}`);
});

test("the board obeys the filters, and a list of archived applications alone says so", async (t) => {
  const { page, ids } = await withApplications(t, ["Harbour Labs", "Acme Care"]);
  await ask(page, 'mutation ($ids: [ID!]!) { setTags(applicationIds: $ids, add: ["sea"]) { id } }', { ids: [ids[0]] });
  await page.goto(`${url}/applications?view=board&tag=sea`);
  await column(page, "Saved").getByText("Harbour Labs").waitFor();
  assert.equal(await column(page, "Saved").getByRole("listitem").count(), 1);
  for (const id of ids) await ask(page, "mutation ($id: ID!) { archiveApplication(id: $id) { id } }", { id });
  await page.goto(`${url}/applications`);
  await page.getByText("Everything is archived").waitFor();
  await button(page, "Show the archived ones").click();
  await page.getByRole("link", { name: /Acme Care/ }).waitFor();
  await button(page, "Board").click();
  await column(page, "Saved").getByText("Acme Care").waitFor();
});

test("a tag is added, filters the list, is removed, and comes back by Undo", async (t) => {
  const { page, ids } = await withApplications(t, ["Harbour Labs", "Acme Care"]);
  const link = (name) => page.getByRole("link", { name: new RegExp(name) });
  const tags = page.getByRole("region", { name: "Tags" });
  await page.goto(`${url}/applications/${ids[0]}`);
  await box(page, "New tag").fill("close to home");
  await page.keyboard.press("Enter");
  await tags.getByRole("link", { name: "close to home" }).click();
  await link("Harbour Labs").waitFor();
  await link("Acme Care").waitFor({ state: "detached" });
  await button(page, "Show every tag").click();
  await link("Acme Care").waitFor();
  await page.goto(`${url}/applications/${ids[0]}`);
  await button(page, "Remove the tag close to home").click();
  await tags.getByRole("link").waitFor({ state: "detached" });
  await button(page, "Undo").click();
  await tags.getByRole("link", { name: "close to home" }).waitFor();
});

test("an application for the same job is named as a possible duplicate, with a link", async (t) => {
  const { page, ids } = await withApplications(t, ["Harbour Labs", "Harbour Labs", "Acme Care"]);
  const notice = page.getByRole("note").filter({ hasText: "already" });
  await page.goto(`${url}/applications/${ids[2]}`);
  await page.getByRole("region", { name: "Tags" }).waitFor();
  assert.equal(await notice.count(), 0);
  await page.goto(`${url}/applications/${ids[1]}`);
  await notice.getByRole("link", { name: "Developer · Harbour Labs" }).click();
  await page.waitForURL(`${url}/applications/${ids[0]}`);
});

test("notes, reminders, interviews and contacts stand in the timeline; what is due is shown and ticked off", async (t) => {
  const { page, ids } = await withApplications(t, ["Harbour Labs"]);
  await page.goto(`${url}/applications/${ids[0]}?tab=timeline`);
  const add = page.getByRole("form", { name: "Add" });
  const timeline = page.getByRole("list", { name: "Timeline" });
  const entry = async (kind, values) => {
    await add.getByLabel("What").selectOption(kind);
    for (const [label, value] of Object.entries(values)) await add.getByLabel(label, { exact: true }).fill(value);
    await add.getByRole("button", { name: "Add" }).click();
  };
  await entry("note", { Text: "Spoke to **Kim**." });
  await timeline.getByText("Kim").waitFor();
  const today = new Date(Date.now() - 60_000).toLocaleString("sv").slice(0, 16).replace(" ", "T");
  await entry("reminder", { When: today, Text: "Ask how it stands" });
  await timeline.getByText("Ask how it stands").waitFor();
  await entry("interview", { When: "2030-01-05T10:30", Text: "Phone", Place: "At home" });
  await timeline.getByText("Interview: Phone").waitFor();
  await entry("contact", { Name: "Kim Example", "E-mail": "kim@example.org" });
  await timeline.getByText("Kim Example").waitFor();
  const edit = async (text, label, value) => {
    await timeline.getByRole("listitem").filter({ hasText: text }).getByRole("button", { name: "Edit" }).press("Enter");
    const dialog = page.getByRole("dialog", { name: "Edit the entry" });
    await dialog.getByLabel(label, { exact: true }).fill(value);
    await button(dialog, "Save").click();
    await dialog.waitFor({ state: "detached" });
  };
  await edit("Spoke to", "Text", "Wrote to Kim.");
  await timeline.getByText("Wrote to Kim.").waitFor();
  await edit("Interview: Phone", "Place", "In the office");
  await timeline.getByText("In the office").waitFor();
  await edit("Kim Example", "Phone", "0123");
  await timeline.getByText("0123").waitFor();
  await timeline.getByRole("listitem").filter({ hasText: "Kim Example" }).getByRole("button", { name: "Delete" }).click();
  await timeline.getByText("Kim Example").waitFor({ state: "detached" });

  await page.goto(`${url}/applications`);
  const due = page.getByRole("region", { name: "Due today" });
  await due.getByText("Ask how it stands").waitFor();
  await due.getByRole("button", { name: "Done" }).click();
  await due.waitFor({ state: "detached" });
});

test("statistics count stages in words and figures", async (t) => {
  const { page, ids } = await withApplications(t, ["Harbour Labs", "Acme Care"]);
  for (const [id, stage] of [[ids[0], "APPLIED"], [ids[1], "APPLIED"], [ids[1], "INTERVIEW"]]) {
    await ask(page, "mutation ($id: ID!, $stage: Stage!) { moveApplication(id: $id, stage: $stage) { id } }", { id, stage });
  }
  await page.getByRole("link", { name: "Statistics" }).click();
  const stages = page.getByRole("region", { name: "Stages" });
  await stages.getByRole("row", { name: /^Applied 1/ }).waitFor();
  await stages.getByRole("row", { name: /^Interview 1/ }).waitFor();
});

test("a token is shown once, works, and can be revoked; another browser is signed out", async (t) => {
  const { page } = await withApplications(t, ["Harbour Labs"], { faults: true });
  const { other, email } = await secondBrowser(t, page);

  await page.goto(`${url}/settings`);
  await box(page, "Name of the token").fill("My script");
  await button(page, "Create token").click();
  const secret = await page.getByText(/^jf_/).innerText();
  const me = () => fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${secret}` },
    body: JSON.stringify({ query: "{ me { email } }" }),
  }).then((answer) => answer.json());
  assert.equal((await me()).data.me.email, email);
  await button(page, "Revoke").click();
  await button(page, "Revoke").waitFor({ state: "detached" });
  assert.ok((await me()).errors);

  await page.getByRole("region", { name: "Signed-in browsers" }).getByRole("button", { name: "Sign out", exact: true }).click();
  await other.getByRole("dialog", { name: "Your session has ended" }).waitFor();
});

test("signing out everywhere ends this browser and the others, by keyboard alone", async (t) => {
  const { page } = await withApplications(t, ["Harbour Labs"], { faults: true });
  const { other } = await secondBrowser(t, page);

  await page.goto(`${url}/settings`);
  await button(page, "Sign out everywhere").press("Enter");
  const dialog = page.getByRole("dialog", { name: "Sign out everywhere" });
  await button(dialog, "End all sessions").press("Enter");
  await box(page, "Password").waitFor();
  await page.reload();
  await box(page, "Password").waitFor();
  await other.getByRole("dialog", { name: "Your session has ended" }).waitFor();
});

test("a CSV file is looked at, refused with its lines, then imported, by keyboard alone", async (t) => {
  const { page } = await withApplications(t, ["Harbour Labs"], { faults: true });
  await page.goto(`${url}/applications`);
  await button(page, "Import CSV").press("Enter");
  const dialog = page.getByRole("dialog", { name: "Import CSV" });
  const choose = (text) =>
    dialog.getByLabel("Choose a CSV file").setInputFiles({ name: "search.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await choose("company_name,role_title,stage\nDock Street,Fitter,applied\n\nQuay,Cook,nowhere\n");
  await dialog.getByText("2 applications will be made.").waitFor();
  await dialog.getByText("Fitter · Dock Street").waitFor();
  await button(dialog, "Import 2 applications").press("Enter");
  await dialog.getByRole("alert").getByText(/^Line 4: stage/).waitFor();
  assert.equal(await page.getByRole("link", { name: /Dock Street/ }).count(), 0);
  await choose("company_name,role_title,stage\nDock Street,Fitter,applied\n");
  await button(dialog, "Import 1 application").press("Enter");
  await dialog.waitFor({ state: "detached" });
  await page.getByRole("link", { name: /Dock Street/ }).waitFor();
});
