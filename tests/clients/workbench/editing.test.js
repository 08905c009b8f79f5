// Correcting, comparing, undoing: nothing typed is lost, marks stand on their words, every version can come back.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ask, box, button, launch, makeApplication, saved, speak, tab, visit, waitForState } from "./browser.js";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const LIE = "I led a team of 40 people at Google.";

async function open(t, options = {}) {
  const page = await visit(t, browser, options);
  const made = await makeApplication(page);
  await tab(page, "Letter").click();
  await button(page, "Edit").click();
  await box(page, "Letter").waitFor();
  return { page, ...made };
}

const letterOf = async (page) => {
  const id = new URL(page.url()).pathname.split("/").at(-1);
  const query = "query ($id: ID!) { application(id: $id) { document(documentType: COVER_LETTER) { content version } } }";
  return (await ask(page, query, { id })).application.document;
};

async function typeAtEnd(page, text) {
  await box(page, "Letter").press("Control+End");
  await page.keyboard.type(text);
}

test("typing is saved by itself, as one version for the whole sitting", async (t) => {
  const { page } = await open(t);
  const before = await letterOf(page);
  await typeAtEnd(page, " First.");
  await saved(page);
  await typeAtEnd(page, " Second.");
  await page.getByRole("status").filter({ hasText: "Writing…" }).waitFor();
  await saved(page);
  const { content } = await letterOf(page);
  assert.ok(content.endsWith("First. Second."));
  await button(page, "Versions").click();
  const count = await page.getByText(/^Version \d+$/).count();
  assert.equal(count, 2, `versions after ${before.version}`);
});

test("findings are said in the page's language", async (t) => {
  const { page } = await open(t);
  for (const [language, name, said] of [
    ["de", "Anschreiben", "Ihr Lebenslauf sagt nicht, dass Sie geleitet haben."],
    ["fr", "Lettre", "Votre CV ne dit pas que vous avez dirigé."],
    ["es", "Carta", "Su currículum no dice que usted dirigiera."],
  ]) {
    await speak(page, language);
    await box(page, name).press("Control+Home");
    await page.keyboard.insertText(`${LIE}\n\n`);
    await page.getByText(said).first().waitFor();
  }
});

test("squiggles stand under the words of their finding, after edits above them too", async (t) => {
  const { page } = await open(t);
  await typeAtEnd(page, `\n\n${LIE}`);
  const findings = page.getByRole("region", { name: "Findings" });
  await findings.getByRole("button", { name: /40/ }).first().waitFor();
  await box(page, "Letter").press("Control+Home");
  await page.keyboard.type("New first line\n\n");
  const places = await page.evaluate(() => {
    const area = document.querySelector(".editor textarea");
    return [...document.querySelectorAll(".editor .squiggle")].map((mark) => {
      const range = document.createRange();
      range.selectNodeContents(mark);
      const lines = [...mark.closest(".mirror").children];
      const line = mark.closest("p");
      const before = document.createRange();
      before.setStart(line, 0);
      before.setEndBefore(mark);
      const offset = lines.slice(0, lines.indexOf(line)).reduce((sum, one) => sum + one.textContent.replace("\u200b", "").length + 1, 0);
      const start = offset + before.toString().length;
      const { top, height } = range.getBoundingClientRect();
      return { mark: mark.textContent, text: area.value.slice(start, start + mark.textContent.length), top, height };
    });
  });
  assert.ok(places.length > 0);
  for (const { mark, text, height } of places) {
    assert.equal(text, mark);
    assert.ok(height > 0);
  }
});

test("mirror and textarea break their lines at the same places", async (t) => {
  const { page } = await open(t);
  const heights = await page.evaluate(() => {
    const [mirror, area] = document.querySelectorAll(".editor > .mirror, .editor > textarea");
    return [mirror.scrollHeight, area.scrollHeight];
  });
  assert.ok(Math.abs(heights[0] - heights[1]) <= 2, `${heights}`);
});

test("taking a finding out removes its sentence, and Ctrl Z brings it back", async (t) => {
  const { page } = await open(t);
  await typeAtEnd(page, `\n\n${LIE}`);
  const findings = page.getByRole("region", { name: "Findings" });
  await findings.getByRole("button", { name: /40/ }).first().click();
  const chosen = await box(page, "Letter").evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd));
  assert.match(LIE, new RegExp(chosen.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
  await findings.getByRole("listitem").filter({ hasText: "40" }).first().getByRole("button", { name: "Take out" }).click();
  assert.ok(!(await box(page, "Letter").inputValue()).includes(LIE));
  await box(page, "Letter").press("Control+z");
  assert.ok((await box(page, "Letter").inputValue()).includes(LIE));
});

test("changes are shown line by line, and one can be put back", async (t) => {
  const { page } = await open(t);
  const before = await letterOf(page);
  await typeAtEnd(page, "\n\nOne more paragraph.");
  await page.keyboard.press("Control+s");
  await saved(page);
  await button(page, "Changes").click();
  await page.getByText("One more paragraph.").waitFor();
  await button(page, "Put this back").last().click();
  await page.getByText("One more paragraph.").waitFor({ state: "detached" });
  assert.equal((await letterOf(page)).content.trim(), before.content.trim());
});

test("an earlier version comes back as a new one", async (t) => {
  const { page } = await open(t);
  const before = await letterOf(page);
  await typeAtEnd(page, " Changed.");
  await page.keyboard.press("Control+s");
  await saved(page);
  await button(page, "Versions").click();
  await button(page, "Restore").last().click();
  await page.getByRole("status").filter({ hasText: "is the newest again" }).waitFor();
  assert.equal((await letterOf(page)).content, before.content);
});

for (const [way, expected] of [["Keep mine", "Typed here."], ["Take theirs", "Typed elsewhere."]]) {
  test(`two tabs: ${way}`, async (t) => {
    const { page, path } = await open(t, { faults: true });
    const other = await visit(t, browser, {
      faults: true,
      path: `${path}?tab=letter&show=edit`,
      state: await page.context().storageState(),
    });
    await box(other, "Letter").waitFor();
    await other.getByRole("status").filter({ hasText: "Live" }).waitFor();
    await typeAtEnd(page, " Typed here.");
    await box(other, "Letter").press("Control+End");
    await other.keyboard.type(" Typed elsewhere.");
    await other.keyboard.press("Control+s");
    await saved(other);
    await page.keyboard.press("Control+s");
    await page.getByRole("region", { name: "Changed elsewhere" }).waitFor();
    assert.ok((await box(page, "Letter").inputValue()).endsWith("Typed here."));
    await button(page, way).click();
    await page.getByRole("region", { name: "Changed elsewhere" }).waitFor({ state: "detached" });
    await saved(page);
    assert.ok((await letterOf(page)).content.endsWith(expected));
    assert.ok((await box(page, "Letter").inputValue()).endsWith(expected));
  });
}

test("a changed ad makes the documents out of date, and Again makes them ready", async (t) => {
  const { page } = await open(t);
  await tab(page, "Ad").click();
  await button(page, "Edit the ad").click();
  await box(page, "Job ad").press("Control+End");
  await page.keyboard.type("\n\nRequirements\n- experience with Kubernetes");
  await button(page, "Save").click();
  for (const name of ["Report", "Resume", "Letter"]) await waitForState(page, name, "out of date");
  await page.getByText("Changed since: the ad.").first().waitFor();
  await page.getByRole("button", { name: /Kubernetes/ }).first().waitFor();
  await button(page, "Again").first().click();
  await waitForState(page, "Report", "ready");
});

test("a resume is edited in the library and kept", async (t) => {
  const { page } = await open(t);
  await page.getByRole("link", { name: "Resumes" }).click();
  await page.getByRole("listitem").getByRole("link").first().click();
  await box(page, "Resume text").press("Control+End");
  await page.keyboard.type("\n- Kubernetes");
  await page.keyboard.press("Control+s");
  await saved(page);
  await page.reload();
  assert.ok((await box(page, "Resume text").inputValue()).endsWith("- Kubernetes"));
});
