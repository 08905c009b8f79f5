// The first minutes in Firefox: what the page is made of is there, and nothing is refused by its policy.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { PASSWORD, url } from "./browser.js";
import { executable, Firefox } from "./firefox.js";

const skip = !executable && "No Firefox is here: install it, or name it with FIREFOX=/path/to/firefox.";

/** Type into the field with this label as a person would. */
const type = (firefox, label, text) =>
  firefox.until((label, text) => {
    const named = [...document.querySelectorAll("label")].find((one) => one.textContent === label)?.control;
    const field = named ?? document.querySelector(`textarea[aria-label="${label}"]`);
    field?.focus();
    return field && document.execCommand("insertText", false, text);
  }, label, text);

const press = (firefox, name) =>
  firefox.until((name) => {
    const found = [...document.querySelectorAll("button, [role=tab]")].find((one) => one.textContent.trim() === name);
    found?.click();
    return Boolean(found);
  }, name);

test("Firefox: sign up, have the example written, read, edit and come back", { skip }, async (t) => {
  const firefox = await new Firefox().start();
  t.after(() => firefox.stop());
  await firefox.goto(url);
  await type(firefox, "Name", "Robin Example");
  await type(firefox, "E-mail", `${randomUUID()}@example.org`);
  await type(firefox, "Password", PASSWORD);
  await press(firefox, "Create account");
  await press(firefox, "Try it with an example");
  const states = () => [...document.querySelectorAll("li.phase [role=status]")].map((one) => one.textContent.replace(/^\W+/, ""));
  await firefox.until(`() => (${states})().join() === "ready,ready,ready"`);
  await press(firefox, "Letter");
  await firefox.until(() => document.querySelector("article")?.textContent.length > 200);
  await press(firefox, "Edit");
  await type(firefox, "Letter", "A line of my own. ");
  await firefox.until(() => [...document.querySelectorAll("[role=status]")].some((one) => /^Saved/.test(one.textContent)));
  await firefox.goto(await firefox.evaluate(() => location.href));
  await firefox.until(() => document.querySelector("textarea")?.value.includes("A line of my own."));
  await firefox.until(() => [...document.querySelectorAll("[role=status]")].some((one) => one.textContent.trim() === "Live"));
  assert.deepEqual(firefox.complaints, []);
});
