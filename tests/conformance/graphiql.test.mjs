// GraphiQL in a real browser: the schema loads, a query runs, a subscription streams, and no other host is asked for anything.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { chromium } from "playwright-core";
import { EVERYTHING, query, startServer, tokenOf } from "./server.mjs";

const WORKSTREAM = "west-midlands-anti-racist-practice";
const WAIT_MILLISECONDS = 60_000;
const browserPath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
const skip = browserPath ? false : "no Chromium on this machine";

describe("GraphiQL", { skip }, () => {
  let server, browser, page, asked, faults;
  before(async () => {
    server = await startServer();
    browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  beforeEach(async () => {
    page = await browser.newPage();
    page.setDefaultTimeout(WAIT_MILLISECONDS);
    [asked, faults] = [[], []];
    page.on("request", (request) => asked.push(request.url()));
    page.on("websocket", (socket) => asked.push(socket.url().replace(/^ws/, "http")));
    page.on("pageerror", (fault) => faults.push(fault.message));
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    await page.goto(`${server.url}/graphql`);
    await page.locator(".graphiql-query-editor .CodeMirror").waitFor();
  });

  // Whatever a test did, over all that the page asked for.
  afterEach(async () => {
    await page.close();
    assert.ok(asked.filter((url) => url === `${server.url}/graphql`).length > 1, "the page and at least one operation");
    const elsewhere = (url) => !["data:", "blob:"].includes(new URL(url).protocol) && new URL(url).origin !== server.url;
    assert.deepEqual(asked.filter(elsewhere), []);
    assert.deepEqual(faults, []);
  });

  /** Puts a document into the editor as typing would, and presses the button. */
  async function run(document) {
    const editor = page.locator(".graphiql-query-editor .CodeMirror");
    await editor.click();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText(document);
    assert.equal(await editor.evaluate((element) => element.CodeMirror.getValue()), document);
    // Until GraphiQL has read the document, the button offers the operations of the one before.
    await page.locator(".graphiql-execute-button:not([aria-haspopup])").click();
    await page.locator(".graphiql-response .CodeMirror").waitFor();
  }

  /** The response once it holds a text. */
  async function response(text) {
    const shown = page.locator(".graphiql-response .CodeMirror");
    await page.waitForFunction(
      ([element, wanted]) => element.CodeMirror.getValue().includes(wanted),
      [await shown.elementHandle(), text],
    );
    return shown.evaluate((element) => element.CodeMirror.getValue());
  }

  test("The schema loads: the documentation explorer shows our types with their descriptions", async () => {
    await page.getByRole("button", { name: /Documentation Explorer/ }).click();
    const explorer = page.locator(".graphiql-doc-explorer");
    await explorer.getByRole("link", { name: "Query", exact: true }).click();
    await explorer.getByRole("link", { name: "Workstream", exact: true }).first().click();
    const { body } = await query(server.url, {
      query: '{ __type(name: "Workstream") { description fields { name description } } }',
    });
    const { description, fields } = body.data.__type;
    const texts = [description, ...fields.flatMap((field) => [field.name, field.description])].filter(Boolean);
    const plain = (text) => text.replaceAll(/[`*\s]+/g, "");
    await explorer.locator(".graphiql-doc-explorer-title").filter({ hasText: /^Workstream$/ }).waitFor();
    const shown = plain(await explorer.innerText());
    assert.ok(texts.length > 10, texts.join());
    for (const text of texts) {
      assert.ok(shown.includes(plain(text)), `"${text}" is not shown:\n${shown}`);
    }
  });

  test("A query that is typed in and run by the button shows its result", async () => {
    await run('{ council(code: "E08000031") { name region { name } } }');
    const shown = JSON.parse(await response("Wolverhampton"));
    assert.deepEqual(shown, { data: { council: { name: "Wolverhampton", region: { name: "West Midlands" } } } });
  });

  test("A subscription streams what was, and what happens as it happens", async () => {
    const token = await tokenOf(server, ...EVERYTHING);
    await run(`subscription { workstreamActivity(workstream: "${WORKSTREAM}", after: "0") { kind event { title } } }`);
    await response("EVENT_PLANNED");
    const input = { commandId: "seen-in-a-browser", workstream: WORKSTREAM, kind: "MEETING", title: "Seen in a browser", date: "2026-12-01" };
    const planned = await query(
      server.url,
      { query: "mutation ($input: PlanPracticeEventInput!) { planPracticeEvent(input: $input) { problems { code } } }", variables: { input } },
      { authorization: `Bearer ${token}` },
    );
    assert.deepEqual(planned.body, { data: { planPracticeEvent: { problems: [] } } });
    await response("Seen in a browser");
    assert.ok(asked.includes(`${server.url}/graphql`));
  });
});
