// The first five minutes, by mouse and by keyboard alone.
import assert from "node:assert/strict";
import { readFile, stat } from "node:fs/promises";
import { after, before, test } from "node:test";
import { box, button, fillIn, launch, phase, signUp, speak, tab, visit, waitForState } from "./browser.js";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

async function download(page, item) {
  await page.getByRole("button", { name: "Download" }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: item, exact: true }).click(),
  ]);
  return (await stat(await file.path())).size;
}

test("sign up, try the example, see all three documents and what is proved", async (t) => {
  const page = await visit(t, browser);
  await signUp(page);
  await button(page, "Try it with an example").click();
  for (const name of ["Report", "Resume", "Letter"]) await waitForState(page, name, "ready");
  const requirements = page.getByRole("region", { name: "Requirements" });
  await requirements.getByRole("button", { name: /proved/ }).first().click();
  await requirements.getByText("From your resume:").waitFor();
  await tab(page, "Letter").click();
  await page.getByRole("region", { name: "Findings" }).waitFor();
});

test("pasted texts become three downloaded PDFs", async (t) => {
  const page = await visit(t, browser);
  await signUp(page);
  await fillIn(page);
  await button(page, "Make my application").click();
  for (const name of ["Report", "Resume", "Letter"]) await waitForState(page, name, "ready");
  for (const name of ["Report", "Resume", "Letter"]) {
    await tab(page, name).click();
    assert.ok((await download(page, "PDF")) > 2000, name);
  }
});

test("a resume file and a saved page fill in the form", async (t) => {
  const page = await visit(t, browser);
  await signUp(page);
  const resume = { name: "resume.md", mimeType: "text/markdown", buffer: Buffer.from(`# Ada Example\n\n${"- Wrote code\n".repeat(20)}`) };
  await page.getByLabel("Choose a resume file").setInputFiles(resume);
  await page.waitForFunction(() => /Ada Example/.test(document.querySelector("textarea")?.value ?? ""));
  const html = `<main><h1>Cook</h1><p>The Harbour Kitchen looks for a cook.</p><ul><li>You have cooked for three years</li></ul></main>`;
  await page.getByLabel("Choose an ad file").setInputFiles({ name: "ad.html", mimeType: "text/html", buffer: Buffer.from(html) });
  await page.waitForFunction(() => /cooked for three years/.test(document.querySelectorAll("textarea")[1]?.value ?? ""));
});

test("what was read badly leads to its line, in the page's language", async (t) => {
  const page = await visit(t, browser);
  await signUp(page);
  await speak(page, "de");
  const text = `# Ann Lee\n\n## Experience\n\n### Clerk, Oak Foods\n2021 - 2019\n${"- Filed invoices\n".repeat(40)}`;
  const resume = { name: "resume.md", mimeType: "text/markdown", buffer: Buffer.from(text) };
  await page.getByLabel("Lebenslauf-Datei wählen").setInputFiles(resume);
  const warning = page.getByRole("listitem").filter({ hasText: "Diese Daten enden, bevor sie beginnen" });
  await warning.getByRole("button", { name: "Zeile 6" }).click();
  const selected = () => page.evaluate(() => {
    const area = document.activeElement;
    return area.value?.slice(area.selectionStart, area.selectionEnd);
  });
  assert.equal(await selected(), "2021 - 2019");
});

test("a PDF that this page made is read again as a resume", async (t) => {
  const page = await visit(t, browser);
  await signUp(page);
  await fillIn(page);
  await button(page, "Make my application").click();
  await waitForState(page, "Resume", "ready");
  await tab(page, "Resume").click();
  await page.getByRole("button", { name: "Download" }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "PDF", exact: true }).click(),
  ]);
  const buffer = await readFile(await file.path());
  await page.getByRole("link", { name: "Resumes" }).click();
  await button(page, "+ New resume").click();
  await page.getByLabel("Choose a resume file").setInputFiles({ name: "resume.pdf", mimeType: "application/pdf", buffer });
  await page.waitForFunction(() => /Birchwood/.test(document.querySelector("textarea")?.value ?? ""));
  await button(page, "Save resume").click();
  await box(page, "Resume text").waitFor();
});

test("company and position are read out of the ad, and what was typed stays", async (t) => {
  const page = await visit(t, browser);
  await signUp(page);
  await box(page, "Company").fill("My own words");
  await box(page, "Job ad").fill("Position: Community Nurse\nCompany: Acme Care Ltd\n\nWe look for a nurse.\n\nYou need\n- an NMC registration\n- two years of experience");
  await page.waitForFunction(() => [...document.querySelectorAll("input")].some(({ value }) => /nurse/i.test(value)));
  assert.equal(await box(page, "Company").inputValue(), "My own words");
});

test("what is missing is said at its field, and nothing is sent", async (t) => {
  const page = await visit(t, browser);
  await signUp(page);
  await box(page, "Resume").fill("too short");
  await button(page, "Make my application").click();
  await page.getByText("A resume has at least 100 characters.").waitFor();
  assert.equal(await box(page, "Company").getAttribute("aria-invalid"), "true");
  assert.match(page.url(), /\/start$/);
});

test("saving only starts nothing; each phase is started by itself and in order", async (t) => {
  const page = await visit(t, browser);
  await signUp(page);
  await fillIn(page);
  await button(page, "Save only").click();
  await waitForState(page, "Report", "not started");
  await phase(page, "Report").getByRole("button", { name: "Start" }).click();
  await waitForState(page, "Report", "ready");
  assert.equal(await phase(page, "Letter").getByRole("button", { name: "Start" }).count(), 0);
  await page.keyboard.press("Control+Enter");
  await waitForState(page, "Resume", "ready");
});

test("all of it works by keyboard alone", async (t) => {
  const page = await visit(t, browser);
  const { keyboard } = page;
  const focused = () => page.evaluate(() => {
    const { activeElement: element } = document;
    return element?.labels?.[0]?.textContent ?? element?.getAttribute("aria-label") ?? element?.textContent ?? "";
  });
  /** Tab on until a thing of that name has the focus, as a person would. */
  const reach = async (name, limit = 60) => {
    for (let step = 0; step < limit; step++) {
      if ((await focused()).trim().startsWith(name)) return;
      await keyboard.press("Tab");
    }
    assert.fail(`${name} cannot be reached by Tab`);
  };
  await box(page, "Name").waitFor();
  for (const [field, value] of [["Name", "Key Board"], ["E-mail", `${Date.now()}@example.org`], ["Password", "correct horse 1"]]) {
    await reach(field);
    await keyboard.type(value);
  }
  await keyboard.press("Enter");
  await page.getByRole("heading", { name: "New application" }).waitFor();
  await reach("Try it with an example");
  await keyboard.press("Enter");
  for (const name of ["Report", "Resume", "Letter"]) await waitForState(page, name, "ready");
  await keyboard.press("4");
  assert.equal(await tab(page, "Letter").getAttribute("aria-selected"), "true");
  await keyboard.press("e");
  await box(page, "Letter").waitFor();
  await keyboard.press("Control+End");
  await keyboard.type(" Typed by keyboard.");
  await keyboard.press("Control+s");
  await page.getByRole("status").filter({ hasText: /^Saved/ }).waitFor();
  await reach("Applications", 200);
  await keyboard.press("Enter");
  await page.getByRole("heading", { name: "Applications" }).waitFor();
  await page.getByRole("link", { name: /Full-stack developer/ }).waitFor();
  await keyboard.press("j");
  await keyboard.press("Enter");
  await page.getByRole("heading", { name: "Full-stack developer", level: 1 }).waitFor();
  await keyboard.press("?");
  await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  await keyboard.press("Escape");
  await keyboard.press("Control+k");
  await keyboard.type("settings");
  await keyboard.press("Enter");
  await page.getByRole("heading", { name: "Settings", level: 1 }).waitFor();
});
