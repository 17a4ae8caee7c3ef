// GraphiQL in a real browser: it loads, it streams a subscription, and it asks no other host for anything.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { query, startServer, tokenOf } from "./server.mjs";

const WORKSTREAM = "west-midlands-anti-racist-practice";
const WAIT_MILLISECONDS = 60_000;
const browserPath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);

let server;
let browser;
before(async () => {
  if (browserPath) {
    server = await startServer();
    browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
  }
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const skip = browserPath ? false : "no Chromium on this machine";

test("GraphiQL streams a subscription and asks no other host for anything", { skip }, async () => {
  const token = await tokenOf(server, "operator");
  const page = await browser.newPage();
  const asked = [];
  const faults = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("websocket", (socket) => asked.push(socket.url().replace(/^ws/, "http")));
  page.on("pageerror", (fault) => faults.push(fault.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await page.goto(`${server.url}/graphql`);

  const editor = page.locator(".graphiql-query-editor .CodeMirror");
  await editor.waitFor({ timeout: WAIT_MILLISECONDS });
  const document = `subscription { workstreamActivity(workstream: "${WORKSTREAM}", after: "0") { kind event { title } } }`;
  await editor.evaluate((element, text) => element.CodeMirror.setValue(text), document);
  // Until GraphiQL has read the document, the button offers the operations of the one before.
  await page.locator(".graphiql-execute-button:not([aria-haspopup])").click({ timeout: WAIT_MILLISECONDS });
  const response = page.locator(".graphiql-response .CodeMirror");
  const shows = async (text) => {
    const answer = () => response.evaluate((element) => element.CodeMirror.getValue());
    for (const deadline = Date.now() + WAIT_MILLISECONDS; !(await answer()).includes(text); await page.waitForTimeout(50)) {
      assert.ok(Date.now() < deadline, `"${text}" is not shown, but ${await answer()}`);
    }
  };
  await response.waitFor({ timeout: WAIT_MILLISECONDS });
  await shows("EVENT_PLANNED");

  const input = { commandId: "seen-in-a-browser", workstream: WORKSTREAM, kind: "MEETING", title: "Seen in a browser", date: "2026-12-01" };
  const planned = await query(
    server.url,
    { query: "mutation ($input: PlanPracticeEventInput!) { planPracticeEvent(input: $input) { problems { code } } }", variables: { input } },
    { authorization: `Bearer ${token}` },
  );
  assert.deepEqual(planned.body, { data: { planPracticeEvent: { problems: [] } } });
  await shows("Seen in a browser");

  assert.ok(asked.includes(`${server.url}/graphql`.replace(/^ws/, "http")));
  assert.deepEqual(asked.filter((url) => !url.startsWith(server.url) && !url.startsWith("data:") && !url.startsWith("blob:")), []);
  assert.deepEqual(faults, []);
});
