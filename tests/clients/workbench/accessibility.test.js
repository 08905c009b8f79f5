// axe without serious findings on every page, light and dark, wide and narrow; no sideways scrolling; four languages.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { ask, box, button, launch, makeApplication, speak, tab, url, visit } from "./browser.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

async function check(page, name) {
  await page.waitForTimeout(200);
  const found = await page.evaluate(async (tags) => {
    const { violations } = await window.axe.run(document, { runOnly: tags });
    return violations
      .filter(({ impact }) => ["serious", "critical"].includes(impact))
      .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("; ")}`);
  }, TAGS);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) found.push(`${wide} px too wide`);
  return found.map((one) => `${name}: ${one}`);
}

/** Every page and state, with what shows that it is there. */
const VIEWS = (path) => [
  ["list", "/applications", (page) => page.getByRole("link", { name: /Developer/ }).waitFor()],
  ["board", "/applications?view=board", (page) => page.getByRole("region", { name: "Board" }).waitFor()],
  ["nothing found", "/applications?q=zzz", (page) => page.getByText("Nothing found").waitFor()],
  ["archived", "/applications?show=archived", (page) => page.getByText("Nothing found").waitFor()],
  ["tagged", "/applications?tag=remote", (page) => page.getByRole("link", { name: /Developer/ }).waitFor()],
  ["empty bin", "/bin", (page) => page.getByText("The bin is empty").waitFor()],
  ["start", "/start", (page) => box(page, "Job ad").waitFor()],
  ["ad", `${path}?tab=ad`, (page) => button(page, "Edit the ad").waitFor()],
  ["report", `${path}?tab=report`, (page) => button(page, "Changes").waitFor()],
  ["letter", `${path}?tab=letter`, (page) => button(page, "Changes").waitFor()],
  ["editor", `${path}?tab=letter&show=edit`, (page) => box(page, "Letter").waitFor()],
  ["changes", `${path}?tab=resume&show=changes`, (page) => page.getByRole("group", { name: "Change 1", exact: true }).waitFor()],
  ["versions", `${path}?tab=resume&show=versions`, (page) => page.getByText("Version 1").waitFor()],
  ["resumes", "/resumes", (page) => page.getByText("primary").waitFor()],
  ["new resume", "/resumes/new", (page) => box(page, "Resume text").waitFor()],
  ["timeline", `${path}?tab=timeline`, (page) => page.getByRole("form", { name: "Add" }).waitFor()],
  ["reset-password", "/reset-password", (page) => button(page, "Save and sign in").waitFor()],
  ["statistics", "/statistics", (page) => page.getByRole("region", { name: "Stages" }).waitFor()],
  ["settings", "/settings", (page) => box(page, "New password").waitFor()],
  ["not found", "/resumes/00000000-0000-4000-8000-000000000000", (page) => page.getByRole("heading", { name: "Not found" }).waitFor()],
];

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 320]) {
    test(`axe: ${colorScheme}, ${width} px`, async (t) => {
      const options = { faults: true, colorScheme, viewport: { width, height: 800 }, bypassCSP: true };
      const page = await visit(t, browser, options);
      await page.addInitScript({ content: axe });
      await page.reload();
      await box(page, "Name").waitFor();
      const found = await check(page, "sign-up");
      const { path } = await makeApplication(page);
      await ask(page, "mutation ($ids: [ID!]!) { setTags(applicationIds: $ids, add: [\"remote\"]) { id } }", { ids: [path.split("/").at(-1)] });
      for (const [name, address, wait] of VIEWS(path)) {
        await page.goto(url + address);
        await wait(page);
        found.push(...(await check(page, name)));
      }
      await page.goto(url + path);
      await tab(page, "Letter").click();
      await page.getByRole("button", { name: "Download" }).click();
      found.push(...(await check(page, "menu")));
      await page.keyboard.press("Escape");
      await page.keyboard.press("?");
      found.push(...(await check(page, "keys")));
      await page.keyboard.press("Escape");
      await page.keyboard.press("Control+k");
      await page.getByRole("option").first().waitFor();
      found.push(...(await check(page, "palette")));
      assert.deepEqual(found, []);
    });
  }
}

test("text at 200 % is not cut off and does not scroll sideways", async (t) => {
  const page = await visit(t, browser, { viewport: { width: 1280, height: 800 } });
  const { path } = await makeApplication(page);
  for (const address of ["/applications", "/start", `${path}?tab=letter`, "/settings"]) {
    await page.goto(url + address);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    await page.waitForTimeout(200);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(wide, 0, address);
  }
});

const LANGUAGES = { de: "Bewerbungen", fr: "Candidatures", es: "Candidaturas" };

for (const [language, heading] of Object.entries(LANGUAGES)) {
  test(`axe: every page in ${language}, at 320 px`, async (t) => {
    const page = await visit(t, browser, { viewport: { width: 320, height: 700 }, bypassCSP: true, faults: true });
    await page.addInitScript({ content: axe });
    const { path } = await makeApplication(page);
    await speak(page, language);
    const found = [];
    for (const [name, address] of VIEWS(path)) {
      await page.goto(url + address);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.waitForFunction(() => !document.querySelector("main .skeleton, main [aria-busy=true]"));
      assert.equal(await page.evaluate(() => document.documentElement.lang), language, name);
      found.push(...(await check(page, name)));
    }
    await page.goto(`${url}/applications`);
    await page.getByRole("heading", { name: heading, level: 1 }).waitFor();
    assert.deepEqual(found, []);
  });
}
