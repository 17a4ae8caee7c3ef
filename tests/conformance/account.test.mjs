// The account's page in a real browser: who is invited accepts a role there, and has it until it ends.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import * as pages from "./browser.mjs";
import { startIssuers, unknown, WEB } from "./issuers.mjs";
import { query, startServerWith, tokenOf } from "./server.mjs";

const { skip } = pages;
const TEST_MILLISECONDS = 90_000;
const COUNCIL = "E08000031";
const YESTERDAY = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const DRAFT = `{ council(code: "${COUNCIL}") { priorities { title } } }`;
const TRIES_PER_MINUTE = 10;
const FORM_BYTES = 8 * 1024;
const FORM_FIELDS = 10;

let issuers;
let server;
let browser;
let axe;
const codes = [];
before(async () => {
  issuers = await startIssuers();
  const pagesOfOffice = { Issuers__0__ClientId: WEB.client_id, Issuers__0__ClientSecret: WEB.client_secret };
  server = await startServerWith({ ...issuers.environment, AzureAd__ClientSecret: WEB.client_secret, ...pagesOfOffice }, "--sample", "none");
  issuers.councilA.allow(server.url, "microsoft");
  issuers.office.allow(server.url, "national-office");
  browser = await pages.startBrowser();
  axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
});
after(async () => {
  await browser?.close();
  await server?.stop();
  await issuers?.stop();
});

const signIn = (button, person, path) => pages.signIn(browser, server, button, person, path);

/** An invitation from the machine, as its operator gets it. */
async function invite(...options) {
  const { stdout } = await promisify(execFile)("dotnet", [server.executable, "invite", "--data", server.data, ...options]);
  const code = stdout.split("\n")[0];
  codes.push(code);
  return { code, path: /On the pages: (\S+)/.exec(stdout)[1] };
}

async function assertAccessible(page) {
  // From outside the page, whose policy lets no script in.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), []);
}

async function accept(page, code) {
  await page.getByLabel("Code of your invitation").fill(code);
  await page.getByRole("button", { name: "Accept role" }).click();
}

const focused = (page) => page.evaluate(() => document.activeElement.id);
/** The browser moves there by the address's fragment, a moment after the page is shown. */
const focusMoves = (page, to) => page.waitForFunction((id) => document.activeElement?.id === id, to);
const rowsOf = (page) => page.locator("table:has(#roles) tbody tr").allInnerTexts();
const personOf = (page) => page.locator("dt:text('Person') + dd").innerText();

/** In the name of whoever is signed in to the page's browser. */
async function askAs({ context }, document) {
  const page = await pages.openFile(context, server);
  const { body } = await pages.askInPage(page, document);
  await page.close();
  return body;
}

let commands = 0;
async function changeAs(who, field, input, selection) {
  const { data, errors } = await askAs(who, `mutation { it: ${field}(input: { commandId: "account-${commands++}", ${input} }) { ${selection} problems { message } } }`);
  assert.deepEqual([errors, data?.it.problems], [undefined, []]);
  return data.it;
}

/** A subscription over a socket of the page, which keeps what came. */
async function subscribe({ context }, document) {
  const page = await pages.openFile(context, server);
  await page.evaluate(
    (query) =>
      new Promise((resolve, reject) => {
        globalThis.received = [];
        const socket = new WebSocket(`ws://${location.host}/graphql`, "graphql-transport-ws");
        socket.onopen = () => socket.send('{"type":"connection_init"}');
        socket.onclose = (event) => reject(new Error(`${event.code} ${event.reason}`));
        socket.onmessage = ({ data }) => {
          const message = JSON.parse(data);
          if (message.type === "connection_ack") {
            socket.send(JSON.stringify({ id: "1", type: "subscribe", payload: { query } }));
            resolve();
          } else if (message.type === "ping") {
            socket.send('{"type":"pong"}');
          } else {
            globalThis.received.push(message);
          }
        };
      }),
    document,
  );
  return async (count) => {
    await page.waitForFunction((wanted) => globalThis.received.length >= wanted, count);
    return page.evaluate(() => globalThis.received);
  };
}

test("From the machine's first invitation to a role that ends", { skip, timeout: 2 * TEST_MILLISECONDS }, async () => {
  const { code } = await invite("--as", "operator");
  const operator = await signIn("National office", "olive");
  await assertAccessible(operator.page);
  assert.match(await operator.page.locator("main").innerText(), /You have no role yet/);
  assert.equal(await personOf(operator.page), unknown(issuers.office, "olive"));

  await accept(operator.page, code.toUpperCase().replaceAll("-", " "));
  await operator.page.waitForURL(/accepted=/);
  assert.match(await operator.page.getByRole("alert").innerText(), /You now have the role Operator at This service\./);
  await focusMoves(operator.page, "accepted");
  assert.match((await rowsOf(operator.page)).join(), /^Operator\tThis service\t\d+ \w+ \d{4}\tNo end date\tNobody: it is your own$/);
  await assertAccessible(operator.page);
  const person = await personOf(operator.page);
  assert.match(person, /^person-[0-9a-f]{16}$/);
  assert.deepEqual(await askAs(operator, "{ viewer { subject } }"), { data: { viewer: { subject: person } } });

  const place = `place: { kind: COUNCIL, code: "${COUNCIL}" }`;
  const offer = await changeAs(operator, "offerRole", `role: PRINCIPAL_SOCIAL_WORKER, ${place}, scope: ADULTS`, "oneTimeCode roleAssignment { code }");
  codes.push(offer.oneTimeCode);
  const psw = await signIn("Microsoft", "paula", `?code=${offer.oneTimeCode}`);
  assert.equal(await psw.page.getByLabel("Code of your invitation").inputValue(), offer.oneTimeCode);
  await psw.page.getByRole("button", { name: "Accept role" }).click();
  await psw.page.waitForURL(/accepted=/);
  assert.match((await rowsOf(psw.page)).join(), /^Principal Social Worker, adults' services\tWolverhampton\t/);
  assert.deepEqual([psw.faults, operator.faults], [[], []]);

  // What she drafts is her council's: neither the operator who gave her the role sees it, nor the next council, nor anybody.
  await changeAs(psw, "declarePriority", `owner: { council: "${COUNCIL}" }, year: "2026-27", title: "Draft of Wolverhampton", theme: "T01"`, "position");
  const seen = { data: { council: { priorities: [{ title: "Draft of Wolverhampton" }] } } };
  const unseen = { data: { council: { priorities: [] } } };
  assert.deepEqual(await askAs(psw, DRAFT), seen);
  assert.deepEqual(await askAs(operator, DRAFT), unseen);
  const next = { authorization: `Bearer ${await tokenOf(server, "psw", "--council", "E08000026")}` };
  assert.deepEqual((await query(server.url, { query: DRAFT }, next)).body, unseen);
  assert.deepEqual((await query(server.url, { query: DRAFT })).body, unseen);

  const { position } = await changeAs(psw, "createWorkstream", `code: "inner", title: "Inner", theme: "T01", leadCouncil: "${COUNCIL}", startsOn: "2026-04-01"`, "position");
  const received = await subscribe(psw, `subscription { workstreamActivity(workstream: "inner", after: "${position}") { workstream { title } } }`);
  await changeAs(psw, "reviseWorkstream", 'workstream: "inner", title: "Before", theme: "T01"', "position");
  assert.deepEqual((await received(1))[0].payload, { data: { workstreamActivity: { workstream: { title: "Before" } } } });

  await changeAs(operator, "endRole", `assignment: "${offer.roleAssignment.code}", to: "${YESTERDAY}"`, "roleAssignment { status }");
  assert.deepEqual(await askAs(psw, DRAFT), unseen);
  const colleague = { authorization: `Bearer ${await tokenOf(server, "psw", "--council", COUNCIL)}` };
  const revision = 'mutation { reviseWorkstream(input: { commandId: "after", workstream: "inner", title: "After", theme: "T01" }) { problems { code } } }';
  assert.deepEqual((await query(server.url, { query: revision }, colleague)).body, { data: { reviseWorkstream: { problems: [] } } });
  const messages = JSON.stringify(await received(2));
  assert.match(messages, /no longer shown to you/);
  assert.doesNotMatch(messages, /After/);
  await psw.page.reload();
  assert.match(await psw.page.locator("main").innerText(), /You have no role yet/);
  await psw.context.close();
  await operator.context.close();
});

test("A role to come, and one of a deputy, say so", { skip, timeout: TEST_MILLISECONDS }, async () => {
  const { path } = await invite("--as", "psw", "--council", "E08000026");
  const psw = await signIn("Microsoft", "petra", path.replace("/account", ""));
  await psw.page.getByRole("button", { name: "Accept role" }).click();
  await psw.page.waitForURL(/accepted=/);
  const { data } = await askAs(psw, "{ viewer { roleAssignments { code } } }");
  const own = data.viewer.roleAssignments[0].code;
  const place = 'place: { kind: COUNCIL, code: "E08000026" }';
  const year = new Date().getUTCFullYear() + 1;
  const offer = await changeAs(psw, "offerRole", `role: DEPUTY_PRINCIPAL_SOCIAL_WORKER, ${place}, from: "${year}-04-01", to: "${year}-04-30", onBehalfOf: "${own}"`, "oneTimeCode");
  codes.push(offer.oneTimeCode);

  const deputy = await signIn("Microsoft", "dora");
  await accept(deputy.page, offer.oneTimeCode);
  await deputy.page.waitForURL(/accepted=/);
  assert.match(await deputy.page.getByRole("alert").innerText(), new RegExp(`You will have the role Deputy Principal Social Worker at Coventry from 1 April ${year}\\.`));
  assert.deepEqual(await rowsOf(deputy.page), [`Deputy Principal Social Worker\tCoventry\t1 April ${year}\t30 April ${year}\t${await personOf(psw.page)}`]);

  // Whose role ends takes the deputy's along.
  await changeAs(psw, "endRole", `assignment: "${own}", to: "${YESTERDAY}"`, "position");
  await deputy.page.reload();
  assert.deepEqual(await rowsOf(deputy.page), []);
  await psw.context.close();
  await deputy.context.close();
});

test("A code that is none is explained where a keyboard and a screen reader begin", { skip, timeout: TEST_MILLISECONDS }, async () => {
  const { code: used } = await invite("--as", "national-office");
  const first = await signIn("National office", "fay");
  await accept(first.page, used);
  await first.page.waitForURL(/accepted=/);

  const { page, context } = await signIn("National office", "gus");
  const sentences = [];
  for (const wrong of [used, "abcd-efgh", "<b>\"'", "x".repeat(101)]) {
    await accept(page, wrong);
    await page.getByRole("heading", { name: "There is a problem" }).waitFor();
    assert.equal(await page.title(), "Error: Your account - RegionalNetwork");
    await focusMoves(page, "problem");
    sentences.push(await page.getByRole("alert").innerText());
    assert.equal(await page.getByLabel("Code of your invitation").inputValue(), wrong.length > 100 ? "" : wrong);
    await page.goto(`${server.url}/account`);
  }
  assert.deepEqual(new Set(sentences).size, 1, sentences.join());

  await accept(page, " ");
  await page.getByRole("link", { name: "Enter the code of your invitation." }).click();
  assert.equal(await focused(page), "code");
  assert.match(await page.getByLabel("Code of your invitation").getAttribute("aria-describedby"), /code-error/);
  await assertAccessible(page);
  assert.equal(await personOf(page), unknown(issuers.office, "gus"));
  await first.context.close();
  await context.close();
});

/** As a program would send the form of a page. */
async function formOf({ page, context }) {
  const cookie = await pages.cookieOf(context, server);
  const token = await page.locator("input[name=token]").first().inputValue();
  return (fields, headers = { "sec-fetch-site": "same-origin" }) =>
    fetch(`${server.url}/account/roles`, {
      method: "POST",
      redirect: "manual",
      headers: { cookie: `${cookie.name}=${cookie.value}`, "content-type": "application/x-www-form-urlencoded", ...headers },
      body: typeof fields === "function" ? fields(token) : new URLSearchParams({ token, command: crypto.randomUUID(), ...fields }).toString(),
    });
}

test("Nobody accepts a role by a page of another site, nor with another's form", { skip, timeout: TEST_MILLISECONDS }, async () => {
  const { code } = await invite("--as", "national-office");
  const victim = await signIn("National office", "vera");
  const send = await formOf(victim);
  const other = await signIn("National office", "eve");
  const foreign = await other.page.locator("input[name=token]").first().inputValue();
  for (const [fields, headers] of [
    [{ code }, { "sec-fetch-site": "cross-site" }],
    [{ code }, {}],
    [{ code, token: "" }],
    [{ code, token: foreign }],
    [{ code }, { "sec-fetch-site": "same-origin", "content-type": "text/plain" }],
  ]) {
    assert.equal((await send(fields, headers)).status, 403);
  }

  assert.equal((await fetch(`${server.url}/account?code=${code}`, { redirect: "manual" })).headers.get("location"), `/sign-in?code=${code}`);
  const twice = { code, command: crypto.randomUUID() };
  const answers = [await send(twice), await send(twice)];
  assert.deepEqual(answers.map(({ status }) => status), [303, 303]);
  assert.equal(answers[0].headers.get("location"), answers[1].headers.get("location"));
  assert.equal((await (await formOf(other))({ code })).status, 400);
  await other.context.close();
  await victim.context.close();
});

test("A form is refused past its limits, and codes past a few a minute", { skip, timeout: TEST_MILLISECONDS }, async () => {
  const { code } = await invite("--as", "national-office");
  const gwen = await signIn("National office", "gwen");
  const send = await formOf(gwen);
  const ofBytes = (bytes) => (token) => `token=${token}&code=x&more=`.padEnd(bytes, "x");
  const ofFields = (count) => (token) => `token=${token}&code=x${"&more=x".repeat(count - 2)}`;
  assert.deepEqual([(await send(ofBytes(FORM_BYTES))).status, (await send(ofBytes(FORM_BYTES + 1))).status], [400, 403]);
  assert.deepEqual([(await send(ofFields(FORM_FIELDS))).status, (await send(ofFields(FORM_FIELDS + 1))).status], [400, 403]);

  for (let tries = 2; tries < TRIES_PER_MINUTE; tries++) {
    assert.equal((await send({ code: "abcd-efgh" })).status, 400);
  }
  const again = await formOf(await signIn("National office", "gwen"));
  for (const one of [send, again]) {
    const refused = await one({ code });
    assert.equal(refused.status, 429);
    assert.ok(Number(refused.headers.get("retry-after")) > 0);
    assert.match(await refused.text(), /You have tried too many codes\. Wait \d+ seconds/);
  }

  const other = await formOf(await signIn("National office", "hugh"));
  assert.equal((await other({ code })).status, 303);
});

test("The link of an invitation is shown to nobody else", { skip, timeout: TEST_MILLISECONDS }, async () => {
  const { code, path } = await invite("--as", "national-office");
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${server.url}${path}`);
  await assertAccessible(page);
  assert.match(await page.locator("main").innerText(), /You then accept the role/);
  const elsewhere = [];
  page.on("request", (request) => !request.url().startsWith(server.url) && elsewhere.push(request.allHeaders().then((headers) => JSON.stringify([request.url(), headers]))));
  await page.getByRole("link", { name: "Sign in with Microsoft" }).click();
  await page.fill("input[name=login]", "iris");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`${server.url}${path}`);
  const sent = await Promise.all(elsewhere);
  assert.ok(sent.length >= 2);
  assert.ok(!sent.join().includes(code) && !issuers.asked.join().includes(code));
  const cookie = await pages.cookieOf(context, server);
  const { headers } = await fetch(`${server.url}${path}`, { headers: { cookie: `${cookie.name}=${cookie.value}` } });
  assert.deepEqual([headers.get("referrer-policy"), headers.get("cache-control")], ["same-origin", "no-store"]);
  await context.close();
});

test("What a link brings that is no code is not taken over", async () => {
  for (const text of ['"><b>', "a\r\nset-cookie:x=y", "x".repeat(101), "//evil.example"]) {
    const response = await fetch(`${server.url}/account?code=${encodeURIComponent(text)}`, { redirect: "manual" });
    assert.deepEqual([response.status, response.headers.get("location")], [303, "/sign-in"]);
    const signInPage = await (await fetch(`${server.url}/sign-in?code=${encodeURIComponent(text)}`)).text();
    assert.ok(!signInPage.includes("code="));
  }
});

test("The page to sign in is accessible", { skip, timeout: TEST_MILLISECONDS }, async () => {
  const page = await browser.newPage();
  await page.goto(`${server.url}/sign-in`);
  await assertAccessible(page);
  await page.close();
});

test("No one-time code is in the log", () => {
  for (const code of codes) {
    assert.ok(!server.log().includes(code), code);
  }
});
