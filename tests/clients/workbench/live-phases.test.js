// Phases as they run, with a model that writes slowly: text grows, is cancelled, survives cuts and restarts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Server } from "../server.js";
import { button, fillIn, launch, phase, RESUME, signUp, tab, visit, waitForState } from "./browser.js";
import { Line } from "./cut.js";
import { SlowWriter } from "./slow-writer.js";

let browser;
let writer;
let server;
let line;

before(async () => {
  [browser, writer] = await Promise.all([launch(), new SlowWriter().start()]);
  server = await new Server(writer.settings).start();
  server.log.resume();
  await server.ready();
  line = await new Line(server.port).start();
});

after(async () => {
  await browser?.close();
  line?.stop();
  writer?.stop();
  await server?.stop();
  await server?.remove();
});

/** A server of its own for one test. */
async function ownServer(t, settings) {
  const own = await new Server(settings).start();
  own.log.resume();
  t.after(async () => {
    await own.stop();
    await own.remove();
  });
  await own.ready();
  return own;
}

/** The page of an application that nothing was written for yet. */
async function savedApplication(t, origin) {
  const page = await visit(t, browser, { origin });
  await signUp(page);
  await fillIn(page);
  await button(page, "Save only").click();
  await waitForState(page, "Report", "not started");
  return page;
}

async function begin(t, options = {}) {
  writer.writes = true;
  const page = await visit(t, browser, { origin: line.url, faults: true, ...options });
  await signUp(page);
  await fillIn(page);
  await button(page, "Save only").click();
  await phase(page, "Report").getByRole("button", { name: "Start" }).click();
  await waitForState(page, "Report", "writing");
  return page;
}

/** The numbers of the points that can be read just now. */
const points = async (page) => {
  const text = await page.getByRole("article", { name: "Report" }).innerText().catch(() => "");
  return [...text.matchAll(/Point (\d+) of/g)].map(([, number]) => Number(number));
};

const until = async (page, count) => {
  for (let tries = 0; tries < 300; tries++) {
    const seen = await points(page);
    assert.deepEqual(seen, seen.map((_, index) => index + 1), "points are missing, twice or out of order");
    if (seen.length >= count) return seen.length;
    await page.waitForTimeout(50);
  }
  return assert.fail(`not ${count} points`);
};

test("text grows while it is written, and cancelling ends it", async (t) => {
  const page = await begin(t);
  const first = await until(page, 3);
  assert.ok((await until(page, first + 3)) > first);
  await phase(page, "Report").getByRole("button", { name: "Cancel" }).click();
  await waitForState(page, "Report", "cancelled");
  writer.writes = false;
  await phase(page, "Report").getByRole("button", { name: "Start" }).click();
  await waitForState(page, "Report", "ready");
});

test("a line cut for five seconds in mid-text loses nothing and shows nothing twice", async (t) => {
  const page = await begin(t);
  await until(page, 4);
  line.cut();
  await page.getByRole("status").filter({ hasText: /Reconnecting/ }).waitFor();
  await page.waitForTimeout(3000);
  line.mend();
  await page.getByRole("status").filter({ hasText: /^Live$/ }).waitFor({ timeout: 40_000 });
  await waitForState(page, "Report", "ready").catch(() => until(page, 20));
});

test("a page that is reloaded in mid-text shows all of it again", async (t) => {
  const page = await begin(t);
  const before = await until(page, 5);
  await page.reload();
  assert.ok((await until(page, before)) >= before);
});

test("without a socket the text comes by server-sent events", async (t) => {
  const page = await visit(t, browser, { origin: line.url, faults: true });
  await page.routeWebSocket(/graphql/, (socket) => socket.close());
  writer.writes = true;
  await page.reload();
  await signUp(page);
  await fillIn(page);
  await button(page, "Save only").click();
  await phase(page, "Report").getByRole("button", { name: "Start" }).click();
  await until(page, 10);
});

test("a server that is restarted in mid-text goes on, and the page with it", async (t) => {
  const page = await begin(t);
  await until(page, 4);
  await server.stop("SIGKILL");
  writer.writes = false;
  await server.start();
  server.log.resume();
  await server.ready();
  await waitForState(page, "Report", "ready");
});

test("a phase whose model fails can be written offline instead", async (t) => {
  const refusing = await new SlowWriter().start();
  t.after(() => refusing.stop());
  Object.assign(refusing, { writes: false, refusal: 401 });
  const { url: origin } = await ownServer(t, { ...refusing.settings, JOBFORGE_AI: "openai" });
  const page = await savedApplication(t, origin);
  assert.equal(await page.getByText("your resume and this ad are sent to").count(), 0, "that model is on this machine");
  const report = phase(page, "Report");
  await report.getByRole("button", { name: "Start" }).click();
  await waitForState(page, "Report", "failed");
  await report.getByRole("button", { name: "Write it offline instead" }).click();
  await waitForState(page, "Report", "ready");
  await report.getByRole("button", { name: "Write it offline instead" }).waitFor({ state: "hidden" });
});

test("before the first start the page says where texts will be sent", async (t) => {
  const elsewhere = { ...writer.settings, OPENAI_BASE_URL: "http://models.invalid/v1", JOBFORGE_LOCAL_PROVIDERS_ONLY: "false" };
  const { url: origin } = await ownServer(t, elsewhere);
  const page = await savedApplication(t, origin);
  const notice = page.getByRole("note").filter({ hasText: "your resume and this ad are sent to models.invalid" });
  await notice.waitFor();
  await phase(page, "Report").getByRole("button", { name: "Start" }).click();
  await waitForState(page, "Report", "writing");
  await notice.waitFor({ state: "hidden" }); // it is said once
  await waitForState(page, "Report", "ready");
});

test("what a run took is shown beside the versions", async (t) => {
  const quick = await new SlowWriter().start();
  t.after(() => quick.stop());
  quick.milliseconds = 0;
  quick.lines = RESUME.split("\n").flatMap((line, index) => (line.startsWith("- ") ? [`${line} [[L${index + 1}]]`] : []));
  const { url: origin } = await ownServer(t, { ...quick.settings, JOBFORGE_AI: "openai", JOBFORGE_OPENAI_MODEL: "gpt-6.1-sol" });
  const page = await savedApplication(t, origin);
  await phase(page, "Report").getByRole("button", { name: "Start" }).click();
  await waitForState(page, "Report", "ready");
  await tab(page, "Report").click();
  await button(page, "Versions").click();
  const [, run] = await page.getByRole("region", { name: "Runs" }).getByRole("row").all();
  const [, ...cells] = await run.getByRole("cell").allInnerTexts();
  assert.deepEqual(cells, ["gpt-6.1-sol", "24,000 read, 800 written (20,000 from the cache)", "$0.018"], "of both answers");
});
