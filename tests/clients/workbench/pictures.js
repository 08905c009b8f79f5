// Takes the README's pictures of the page: `node run.js workbench/pictures.js`, then look at each.
import { fileURLToPath } from "node:url";
import { ask, box, button, launch, saved, signUp, url, waitForState } from "./browser.js";

const FOLDER = new URL("../../../docs/images/", import.meta.url);
const NURSE = `Community Nurse – Leeds

Acme Care looks after 400 people in their own homes.

You need
- NMC registration
- two years of community nursing
- a driving licence

Good to have
- wound care
- experience with students
`;
const OTHERS = [
  ["Web developer", "Quayside Travel", "SAVED"],
  ["Front-end developer", "Harbour Labs", "APPLIED"],
  ["Community nurse", "Acme Care", "APPLIED"],
  ["React developer", "Northwind", "SCREENING"],
  ["Accountant", "Fairbank LLP", "INTERVIEW"],
  ["Developer", "Tidewell", "OFFER"],
  ["Product engineer", "Copper & Co", "REJECTED"],
];
const AD = "We are looking for somebody who writes React and TypeScript.\n\nYou need\n- React\n- TypeScript\n- Node.js\n- Docker\n- Rust\n- five years of experience\n";
const MOVE = "mutation ($id: ID!, $stage: Stage!) { moveApplication(id: $id, stage: $stage) { id } }";
const CREATE = "mutation ($input: CreateApplicationInput!) { createApplication(input: $input) { id } }";
const REMIND = "mutation ($id: ID!, $at: DateTime!) { addReminder(applicationId: $id, dueAt: $at, text: \"Ask how it stands\") { id } }";

const browser = await launch();
const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1200, height: 760 } });
const page = await context.newPage();
await page.goto(url);

async function take(name, address, prepare, { colorScheme = "light", width = 1200 } = {}) {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height: 760 });
  await page.goto(url + address);
  await prepare();
  await page.getByRole("status").filter({ hasText: /^Live$/ }).waitFor();
  await page.mouse.move(0, 0);
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(300); // marks and focus settle
  await page.screenshot({ path: fileURLToPath(new URL(`workbench-${name}.png`, FOLDER)) });
}

await signUp(page);
await button(page, "Try it with an example").click();
for (const name of ["Report", "Resume", "Letter"]) await waitForState(page, name, "ready");
const path = new URL(page.url()).pathname;
const id = path.split("/").at(-1);
await ask(page, MOVE, { id, stage: "APPLIED" });
await ask(page, REMIND, { id, at: new Date().toISOString() });
for (const [roleTitle, companyName, stage] of OTHERS) {
  const made = await ask(page, CREATE, { input: { roleTitle, companyName, jobDescription: AD } });
  if (stage !== "SAVED") await ask(page, MOVE, { id: made.createApplication.id, stage });
}

await take("start", "/start", async () => {
  await box(page, "Job ad").fill(NURSE);
  await box(page, "Company").fill("Acme Care");
  await box(page, "Position").fill("Community Nurse");
});
await take("requirements", `${path}?tab=ad`, () => page.getByRole("button", { name: /React and TypeScript/ }).first().click());
await take("phone", `${path}?tab=letter`, () => page.getByRole("article").waitFor(), { width: 390 });
await take("editor", `${path}?tab=letter&show=edit`, async () => {
  await box(page, "Letter").press("Control+Home");
  await page.keyboard.insertText("I led a team of 40 people at Google and hold an AWS certificate.\n\n");
  await saved(page);
  await page.getByText("to look at").first().waitFor();
});
const changes = () => page.getByRole("group", { name: "Change 1", exact: true }).waitFor();
await take("changes", `${path}?tab=resume&show=changes`, changes, { colorScheme: "dark" });
await take("applications", "/applications?view=board", () => page.getByText(/^\d of \d/).nth(7).waitFor());
await browser.close();
