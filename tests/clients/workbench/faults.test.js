// The plug is pulled: nothing typed is lost, nothing is shown twice, and the page says how it stands.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ask, box, button, launch, makeApplication, PASSWORD, saved, tab, visit, url } from "./browser.js";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

async function openLetter(page) {
  await tab(page, "Letter").click();
  await button(page, "Edit").click();
  await box(page, "Letter").press("Control+End");
}

const versions = "query ($id: ID!) { application(id: $id) { document(documentType: COVER_LETTER) { content } } }";
const idOf = (page) => new URL(page.url()).pathname.split("/").at(-1);

test("offline: the text stays, the page says so, and it is saved when the connection is back", async (t) => {
  const page = await visit(t, browser, { faults: true });
  await makeApplication(page);
  await openLetter(page);
  await page.context().setOffline(true);
  await page.keyboard.type(" Typed offline.");
  await page.getByRole("status").filter({ hasText: "Kept on this device" }).waitFor();
  await page.getByRole("status").filter({ hasText: /Reconnecting|Offline/ }).waitFor();
  await page.context().setOffline(false);
  await saved(page);
  const { application } = await ask(page, versions, { id: idOf(page) });
  assert.ok(application.document.content.endsWith("Typed offline."));
});

test("a tab that is gone without saving offers its draft", async (t) => {
  const page = await visit(t, browser, { faults: true });
  const { path } = await makeApplication(page);
  await openLetter(page);
  await page.context().setOffline(true);
  await page.keyboard.type(" Last words.");
  await page.close({ runBeforeUnload: false });
  const context = page.context();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(`${url}${path}?tab=letter&show=edit`);
  await button(again, "Use it").click();
  assert.ok((await box(again, "Letter").inputValue()).endsWith("Last words."));
});

test("killed at fifty moments, the text is with the server or offered as a draft", async (t) => {
  const page = await visit(t, browser, { faults: true });
  const { path } = await makeApplication(page);
  const context = page.context();
  const address = `${url}${path}?tab=letter&show=edit`;
  let typed = "";
  let current = page;
  for (let round = 0; round < 50; round++) {
    const tabNow = await context.newPage();
    await current.close();
    current = tabNow;
    await tabNow.goto(address);
    const area = box(tabNow, "Letter");
    await area.waitFor();
    if (round) {
      // The draft is read after the text is shown, so neither may be there at once.
      const offer = button(tabNow, "Use it");
      const isThere = async () => (await area.inputValue()).endsWith(typed);
      for (let look = 0; look < 50 && !(await isThere()); look++) {
        if (await offer.count()) await offer.click();
        else await tabNow.waitForTimeout(100);
      }
      assert.ok(await isThere(), `round ${round}: ${JSON.stringify(typed)} is lost`);
    }
    await area.press("Control+End");
    typed = ` r${round}`;
    await tabNow.keyboard.type(typed);
    await tabNow.waitForTimeout((round * 137) % 2600);
    if (round % 2) await tabNow.evaluate(() => 0);
  }
});

test("the session ends elsewhere: the password is asked for over the page, and the text under it stays", async (t) => {
  const page = await visit(t, browser, { faults: true });
  const { email } = await makeApplication(page);
  await openLetter(page);
  const login = `mutation ($input: LoginInput!) { login(input: $input) { accessToken } }`;
  const { login: { accessToken } } = await ask(page, login, { input: { email, password: PASSWORD } });
  await page.keyboard.type(" Still here.");
  const next = "better horse 2";
  const answer = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${accessToken}` },
    body: JSON.stringify({
      query: "mutation ($a: String!, $b: String!) { changePassword(currentPassword: $a, newPassword: $b) { tokenType } }",
      variables: { a: PASSWORD, b: next },
    }),
  });
  assert.equal((await answer.json()).errors, undefined);
  const dialog = page.getByRole("dialog", { name: "Your session has ended" });
  await dialog.waitFor();
  await dialog.getByRole("textbox", { name: "Password" }).fill(next);
  await dialog.getByRole("button", { name: "Sign in" }).click();
  await dialog.waitFor({ state: "detached" });
  assert.ok((await box(page, "Letter").inputValue()).endsWith("Still here."));
  await page.keyboard.press("Control+s");
  await saved(page);
});

test("signing out leaves nothing of the user on the device", async (t) => {
  const page = await visit(t, browser, { faults: true });
  await makeApplication(page);
  await openLetter(page);
  await page.context().setOffline(true);
  await page.keyboard.type(" Secret.");
  await page.context().setOffline(false);
  await button(page, "Sign out").click();
  await box(page, "E-mail").waitFor();
  const left = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("jobforge.draft")));
  assert.deepEqual(left, []);
});
