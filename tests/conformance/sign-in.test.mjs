// People sign in to the pages at real issuers, in a real browser; and every way round that.
import assert from "node:assert/strict";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import * as pages from "./browser.mjs";
import { AUDIENCE, startIssuers, unknown, WEB } from "./issuers.mjs";
import { query, startServerIn, startServerWith } from "./server.mjs";

const { skip, askInPage } = pages;
const TEST_MILLISECONDS = 90_000;
const WHO = "{ viewer { subject } }";
const ada = () => unknown(issuers.councilA, "oid-of-ada");

let issuers;
let server;
let browser;
let environment;
before(async () => {
  issuers = await startIssuers();
  environment = {
    ...issuers.environment,
    AzureAd__ClientSecret: WEB.client_secret,
    Issuers__0__ClientId: WEB.client_id,
    Issuers__0__ClientSecret: WEB.client_secret,
  };
  server = await startServerWith(environment);
  allow(server);
  browser = await pages.startBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
  await issuers?.stop();
});

function allow({ url }) {
  issuers.councilA.allow(url, "microsoft");
  issuers.office.allow(url, "national-office");
}

const signIn = (button, person) => pages.signIn(browser, server, button, person);
const openFile = (context) => pages.openFile(context, server);
const cookieOf = (context) => pages.cookieOf(context, server);

/** As a program would send a request with a browser's cookie. */
const withCookie = (cookie, headers, document = WHO) => query(server.url, { query: document }, { cookie: `${cookie.name}=${cookie.value}`, ...headers });

test("No key of cookies is made before somebody signs in", async () => {
  await assert.rejects(stat(join(server.data, "keys/data-protection")));
});

test("A person of a council signs in, asks, and signs out here and at the issuer", { skip, timeout: TEST_MILLISECONDS }, async () => {
  issuers.councilA.people.set("ada", "Ada <b>of</b> council A");
  const { context, page, faults } = await signIn("Microsoft", "ada");
  const main = await page.locator("main").innerText();
  assert.match(main, /Ada <b>of<\/b> council A/);
  assert.ok(main.includes(issuers.councilA.url) && main.includes(ada()), main);

  const cookie = await cookieOf(context);
  assert.deepEqual([cookie.httpOnly, cookie.secure, cookie.sameSite, cookie.path, cookie.domain], [true, true, "Lax", "/", "127.0.0.1"]);
  assert.deepEqual(await askInPage(await openFile(context), WHO), { status: 200, body: { data: { viewer: { subject: ada() } } } });
  const read = await fetch(`${server.url}/graphql?query=${encodeURIComponent(WHO)}`, { headers: { cookie: `${cookie.name}=${cookie.value}` } });
  assert.equal((await read.json()).data.viewer.subject, ada());
  assert.match(read.headers.get("cache-control"), /^private/);
  assert.match(read.headers.get("vary"), /Cookie/);
  assert.deepEqual(faults, []);
  assert.equal((await stat(join(server.data, "keys/data-protection"))).mode & 0o777, 0o700);

  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(/session\/end/);
  assert.ok(page.url().startsWith(issuers.councilA.url));
  await page.getByRole("button", { name: "Yes, sign me out" }).click();
  await page.waitForURL(`${server.url}/sign-in**`);
  assert.equal(await cookieOf(context), undefined);
  await page.goto(`${server.url}/account`);
  assert.equal(new URL(page.url()).pathname, "/sign-in");
  // A copy that somebody kept.
  assert.deepEqual((await withCookie(cookie, { "sec-fetch-site": "same-origin" })).body, { data: { viewer: null } });
  await context.close();
});

test("A person of the national office signs in at another issuer", { skip, timeout: TEST_MILLISECONDS }, async () => {
  const { context, page } = await signIn("National office", "grace");
  assert.match(await page.locator("main").innerText(), /grace/);
  assert.deepEqual((await askInPage(await openFile(context), WHO)).body, { data: { viewer: { subject: unknown(issuers.office, "grace") } } });
  await context.close();
});

test("A socket of a page is the person's who is signed in", { skip, timeout: TEST_MILLISECONDS }, async () => {
  const { context } = await signIn("Microsoft", "ada");
  const answer = await (await openFile(context)).evaluate(
    (query) =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket(`ws://${location.host}/graphql`, "graphql-transport-ws");
        socket.onopen = () => socket.send('{"type":"connection_init"}');
        socket.onclose = (event) => reject(new Error(`${event.code} ${event.reason}`));
        socket.onmessage = ({ data }) => {
          const message = JSON.parse(data);
          message.type === "connection_ack" && socket.send(JSON.stringify({ id: "1", type: "subscribe", payload: { query } }));
          message.type === "next" && resolve(message.payload);
        };
      }),
    WHO,
  );
  assert.deepEqual(answer, { data: { viewer: { subject: ada() } } });
  await context.close();
});

test("What another site sends with the cookie is refused", { skip, timeout: TEST_MILLISECONDS }, async () => {
  const { context } = await signIn("Microsoft", "ada");
  const cookie = await cookieOf(context);
  for (const headers of [
    {},
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: server.url, "sec-fetch-site": "cross-site" },
  ]) {
    const answer = await withCookie(cookie, headers);
    assert.equal(answer.status, 403, JSON.stringify(headers));
    assert.match(answer.body.errors[0].message, /only for pages of this server/);
  }

  assert.equal((await withCookie(cookie, { origin: server.url })).body.data.viewer.subject, ada());
  const form = await fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { cookie: `${cookie.name}=${cookie.value}`, "sec-fetch-site": "same-origin" },
    body: new URLSearchParams({ query: WHO }),
  });
  assert.equal(form.status, 415);
  const upload = await fetch(`${server.url}/imports`, { method: "POST", headers: { cookie: `${cookie.name}=${cookie.value}` }, body: new FormData() });
  assert.equal(upload.status, 403);
  const read = await fetch(`${server.url}/graphql?query=${encodeURIComponent("mutation { __typename }")}`, { headers: { cookie: `${cookie.name}=${cookie.value}` } });
  assert.equal(read.status, 405);
  await context.close();
});

test("A page of another site cannot sign somebody out, nor a form without the page's token", { skip, timeout: TEST_MILLISECONDS }, async () => {
  const { context, page } = await signIn("Microsoft", "ada");
  const cookie = await cookieOf(context);
  const token = await page.locator("input[name=token]").first().inputValue();
  const post = (headers, body) =>
    fetch(`${server.url}/sign-out`, { method: "POST", redirect: "manual", headers: { cookie: `${cookie.name}=${cookie.value}`, ...headers }, body: new URLSearchParams(body) });
  assert.equal((await post({ "sec-fetch-site": "cross-site" }, { token })).status, 403);
  assert.equal((await post({ "sec-fetch-site": "same-origin" }, {})).status, 403);
  assert.equal((await post({ "sec-fetch-site": "same-origin" }, { token: "x" })).status, 403);
  const other = await signIn("Microsoft", "eve");
  const foreign = await other.page.locator("input[name=token]").first().inputValue();
  assert.equal((await post({ "sec-fetch-site": "same-origin" }, { token: foreign })).status, 403);

  // A real form of a real other site: the browser does not even send the cookie.
  const evil = await context.newPage();
  await evil.route("http://evil.example/", (route) =>
    route.fulfill({ contentType: "text/html", body: `<form method="post" action="${server.url}/sign-out"><input name="token" value="${token}"><button>Win</button></form>` }),
  );
  await evil.goto("http://evil.example/");
  await evil.getByRole("button").click();
  await evil.waitForURL(`${server.url}/**`);
  await page.reload();
  assert.equal(new URL(page.url()).pathname, "/account");
  await other.context.close();
  await context.close();
});

/** Goes as far as the issuer's answer, which is not delivered. */
async function callbackOf(person, { url } = server) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/sign-in/microsoft`);
  await page.fill("input[name=login]", person);
  issuers.councilA.isHeld = true;
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByText("Held").waitFor();
  issuers.councilA.isHeld = false;
  return { context, page, callback: new URL(issuers.councilA.held) };
}

async function refusedCallback(page, context, url) {
  const response = await page.goto(url.href);
  assert.equal(response.status(), 400);
  assert.match(await page.locator("main").innerText(), /You are not signed in/);
  assert.equal(await cookieOf(context), undefined);
}

test("Refused: a code that was used already", { skip, timeout: TEST_MILLISECONDS }, async () => {
  const { context, page, callback } = await callbackOf("ada");
  // The same state and correlation, so that it is the code alone that is old.
  const saved = await context.cookies(server.url);
  await page.goto(callback.href);
  assert.equal(new URL(page.url()).pathname, "/account");
  await context.clearCookies({ name: "__Host-session" });
  await refusedCallback(page, context, callback);
  await context.addCookies(saved);
  await refusedCallback(page, context, callback);
  await context.close();
});

test("Refused: a state that was changed, left out, or of another person's browser", { skip, timeout: TEST_MILLISECONDS }, async () => {
  const { context, page, callback } = await callbackOf("ada");
  const state = callback.searchParams.get("state");
  for (const changed of [`${state.slice(0, -4)}AAAA`, "", "x"]) {
    const url = new URL(callback);
    url.searchParams.set("state", changed);
    await refusedCallback(page, context, url);
  }

  const victim = await browser.newContext();
  await refusedCallback(await victim.newPage(), victim, callback);
  await victim.close();
  await context.close();
});

test("Refused: a made-up code, and the issuer's refusal", { skip, timeout: TEST_MILLISECONDS }, async () => {
  const { context, page, callback } = await callbackOf("ada");
  const refusal = new URL(callback);
  refusal.searchParams.delete("code");
  refusal.searchParams.set("error", "access_denied");
  refusal.searchParams.set("error_description", "<script>alert(1)</script>");
  await refusedCallback(page, context, refusal);
  const again = await callbackOf("ada");
  again.callback.searchParams.set("code", "made-up");
  await refusedCallback(again.page, again.context, again.callback);
  await again.context.close();
  await context.close();
});

test("Refused: a code that another sign-in of the same browser began (its proof, PKCE, is another)", { skip, timeout: TEST_MILLISECONDS }, async () => {
  const { context, page, callback } = await callbackOf("ada");
  const eve = await callbackOf("eve");
  const mixed = new URL(callback);
  mixed.searchParams.set("code", eve.callback.searchParams.get("code"));
  await refusedCallback(page, context, mixed);
  await eve.context.close();
  await context.close();
});

test("Refused: an ID token for another nonce, client, issuer or tenant, or by another key", { skip, timeout: TEST_MILLISECONDS }, async () => {
  const { councilA, councilB } = issuers;
  const rightOnes = (nonce) => ({ nonce, aud: WEB.client_id, azp: undefined, scp: undefined });
  const wrong = {
    "another nonce": () => councilA.sign(rightOnes("another")),
    "another client": (nonce) => councilA.sign({ ...rightOnes(nonce), aud: "another-client" }),
    "two clients": (nonce) => councilA.sign({ ...rightOnes(nonce), aud: [WEB.client_id, "another-client"] }),
    "made for another party": (nonce) => councilA.sign({ ...rightOnes(nonce), azp: "another-client" }),
    "the API": (nonce) => councilA.sign({ ...rightOnes(nonce), aud: AUDIENCE }),
    "another key": (nonce) => councilA.sign(rightOnes(nonce), {}, councilB.jwk),
    "an unknown issuer": (nonce) => councilA.sign({ ...rightOnes(nonce), iss: "https://evil.example" }),
    "another tenant": (nonce) => councilA.sign({ ...rightOnes(nonce), tid: councilB.tenant }),
    "the past": (nonce) => councilA.sign({ ...rightOnes(nonce), nbf: 1, iat: 1, exp: 1000 }),
    nothing: async () => undefined,
    noise: async () => "a.b.c",
  };
  for (const [fault, make] of Object.entries(wrong)) {
    const { context, page, callback } = await callbackOf("ada");
    councilA.replaceIdToken = make;
    try {
      await refusedCallback(page, context, callback);
      assert.equal(councilA.replaceIdToken, null, `${fault}: the ID token was not asked for`);
    } finally {
      councilA.replaceIdToken = null;
      await context.close();
    }
  }

  // The same way with nothing wrong goes through, so it was each fault that was refused.
  const { context, page, callback } = await callbackOf("ada");
  councilA.replaceIdToken = (nonce) => councilA.sign(rightOnes(nonce));
  await page.goto(callback.href);
  assert.equal(new URL(page.url()).pathname, "/account");
  await context.close();
});

test("People must have signed in as strongly and as lately as is required", { skip, timeout: TEST_MILLISECONDS }, async () => {
  const { councilA } = issuers;
  const strong = await startServerWith(
    { ...environment, AzureAd__RequiredAcr: "c1", AzureAd__RequiredAmr: "mfa", AzureAd__MaxAgeMinutes: "30" },
    "--sample",
    "none",
  );
  councilA.allow(strong.url, "microsoft");
  const now = Math.floor(Date.now() / 1000);
  const good = { acr: "urn:mfa", acrs: ["c1"], amr: ["pwd", "mfa"], auth_time: now - 60 };
  const signInWith = async (changes) => {
    const { context, page, callback } = await callbackOf("ada", strong);
    councilA.replaceIdToken = (nonce) => councilA.sign({ nonce, aud: WEB.client_id, azp: undefined, scp: undefined, ...changes });
    const response = await page.goto(callback.href);
    const [status, text, cookie] = [response.status(), await page.locator("main").innerText(), await pages.cookieOf(context, strong)];
    await context.close();
    return { status, text, cookie };
  };
  try {
    // The issuer is asked for it, so that it asks the person.
    const asked = await fetch(`${strong.url}/sign-in/microsoft`, { redirect: "manual" });
    const parameters = new URL(asked.headers.get("location")).searchParams;
    assert.equal(parameters.get("max_age"), "1800");
    assert.deepEqual(JSON.parse(parameters.get("claims")), { id_token: { acrs: { essential: true, values: ["c1"] } } });

    for (const wrong of [{}, { ...good, acrs: ["c2"] }, { ...good, amr: ["pwd"] }, { ...good, auth_time: now - 33 * 60 }, { ...good, auth_time: undefined }]) {
      const { status, text, cookie } = await signInWith(wrong);
      assert.deepEqual([status, cookie], [403, undefined], JSON.stringify(wrong));
      assert.match(text, /You are not signed in: this service asks for a second factor, or for signing in anew/);
    }

    const { status, text, cookie } = await signInWith(good);
    assert.deepEqual([status, cookie !== undefined], [200, true]);
    // No longer than signing in counts: half an hour after it, give or take the clocks' two minutes.
    const ends = new Date((good.auth_time + 32 * 60) * 1000).toISOString().slice(11, 16);
    assert.ok(text.includes(`${ends} UTC`), text);
    assert.match(strong.log(), /RegionalNetwork\.Security\[31\]\n +\S+ could not sign in: AUTHENTICATION_TOO_WEAK\./);
  } finally {
    councilA.allow(server.url, "microsoft");
    await strong.stop();
  }
});

test("People see where they are signed in, and end one session or all others", { skip, timeout: TEST_MILLISECONDS }, async () => {
  const [first, second, third] = [await signIn("Microsoft", "sam"), await signIn("Microsoft", "sam"), await signIn("Microsoft", "sam")];
  const stranger = await signIn("Microsoft", "eve");
  const rows = (page) => page.locator("table:has(#sessions) tbody tr");
  const isIn = async ({ context, page }) => {
    await page.goto(`${server.url}/account`);
    return new URL(page.url()).pathname === "/account" && (await cookieOf(context)) !== undefined;
  };
  await first.page.reload();
  assert.equal(await rows(first.page).count(), 3);
  assert.match(await rows(first.page).first().innerText(), /(Chrome|Edge) on Linux/);
  assert.equal(await rows(first.page).getByText("This is the session that you are in").count(), 1);

  // The latest first: the third's.
  await first.page.getByRole("button", { name: /^End/ }).first().click();
  await first.page.waitForURL(`${server.url}/account#sessions`);
  assert.equal(await rows(first.page).count(), 2);
  assert.deepEqual([await isIn(third), await isIn(second), await isIn(first)], [false, true, true]);

  await first.page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await first.page.waitForURL(`${server.url}/account#sessions`);
  assert.equal(await rows(first.page).count(), 1);
  assert.deepEqual([await isIn(second), await isIn(first), await isIn(stranger)], [false, true, true]);

  // Not without the page's own proof, and not somebody else's.
  const cookie = await cookieOf(first.context);
  const end = (body) =>
    fetch(`${server.url}/account/sessions`, { method: "POST", redirect: "manual", headers: { cookie: `${cookie.name}=${cookie.value}`, "sec-fetch-site": "same-origin" }, body: new URLSearchParams(body) });
  assert.equal((await end({ session: "others" })).status, 403);
  const token = await first.page.locator("input[name=token]").first().inputValue();
  assert.equal((await end({ token, session: "made-up" })).status, 303);
  assert.equal(await isIn(stranger), true);
  for (const { context } of [first, second, third, stranger]) {
    await context.close();
  }
});

test("Signing out lasts over a restart, being signed in does too, and the browser is told to forget", { skip, timeout: TEST_MILLISECONDS }, async () => {
  let other = await startServerWith(environment, "--sample", "none");
  issuers.councilA.allow(other.url, "microsoft");
  const [leaving, staying] = [await pages.signIn(browser, other, "Microsoft", "ada"), await pages.signIn(browser, other, "Microsoft", "ada")];
  const [left, stayed] = [await pages.cookieOf(leaving.context, other), await pages.cookieOf(staying.context, other)];
  const headersOf = (cookie) => ({ cookie: `${cookie.name}=${cookie.value}`, "sec-fetch-site": "same-origin" });
  const whoIs = async (cookie) => (await query(other.url, { query: WHO }, headersOf(cookie))).body.data.viewer?.subject;
  try {
    const token = await leaving.page.locator("input[name=token]").first().inputValue();
    const answer = await fetch(`${other.url}/sign-out`, { method: "POST", redirect: "manual", headers: headersOf(left), body: new URLSearchParams({ token }) });
    assert.deepEqual([answer.status, answer.headers.get("clear-site-data")], [303, '"cache", "storage"']);
    assert.deepEqual([await whoIs(left), await whoIs(stayed)], [undefined, ada()]);

    await other.stop({ keep: true });
    other = await startServerIn(other.data, environment, "--sample", "none");
    assert.deepEqual([await whoIs(left), await whoIs(stayed)], [undefined, ada()]);
    assert.equal((await stat(join(other.data, "keys/sessions.db"))).mode & 0o777, 0o600);
  } finally {
    issuers.councilA.allow(server.url, "microsoft");
    await leaving.context.close();
    await staying.context.close();
    await other.stop();
  }
});

test("A cookie of a server with other keys, or one that was changed, opens nothing", { skip, timeout: TEST_MILLISECONDS }, async () => {
  const { context } = await signIn("Microsoft", "ada");
  const cookie = await cookieOf(context);
  const headers = { cookie: `${cookie.name}=${cookie.value}`, "sec-fetch-site": "same-origin" };
  const other = await startServerWith(environment, "--sample", "none");
  try {
    assert.deepEqual((await query(other.url, { query: WHO }, headers)).body, { data: { viewer: null } });
    const page = await fetch(`${other.url}/account`, { headers, redirect: "manual" });
    assert.deepEqual([page.status, page.headers.get("location")], [303, "/sign-in"]);
    for (const value of ["", "x", cookie.value.slice(0, -2), `${cookie.value}A`]) {
      const answer = await query(server.url, { query: WHO }, { ...headers, cookie: `${cookie.name}=${value}` });
      assert.deepEqual(answer.body, { data: { viewer: null } });
    }
  } finally {
    await other.stop();
  }
  await context.close();
});

test("Pages have no script, no inline style, and a policy that allows neither", async () => {
  for (const path of ["/sign-in", "/sign-in/callback/microsoft"]) {
    const response = await fetch(`${server.url}${path}`);
    const policy = response.headers.get("content-security-policy");
    assert.match(policy, /^default-src 'none'; style-src 'self';/);
    assert.doesNotMatch(policy, /unsafe|\*/);
    assert.equal(response.headers.get("x-content-type-options"), "nosniff");
    assert.equal(response.headers.get("cache-control"), "no-store");
    assert.doesNotMatch(await response.text(), /<script|<style|style=|\son\w+=/);
  }
});

test("A server that nobody signs in to has no such pages", async () => {
  const plain = await startServerWith(issuers.environment, "--sample", "none");
  try {
    for (const path of ["/sign-in", "/account", "/sign-in/microsoft"]) {
      assert.equal((await fetch(`${plain.url}${path}`)).status, 404);
    }
  } finally {
    await plain.stop();
  }
});

test("The log has who signed in and out, and what was refused, by code alone", { skip }, () => {
  for (const line of [
    `RegionalNetwork.Security[30]\n      ${ada()} signed in: microsoft.`,
    `RegionalNetwork.Security[30]\n      ${unknown(issuers.office, "grace")} signed in: national-office.`,
    "RegionalNetwork.Security[31]\n      anonymous-on-this-machine could not sign in: ANSWER_INVALID.",
    `RegionalNetwork.Security[32]\n      ${ada()} signed out: microsoft.`,
    `RegionalNetwork.Security[33]\n      ${ada()} was refused what they asked for: OTHER_SITE.`,
    "RegionalNetwork.Security[34]\n      anonymous-on-this-machine sent a token that was refused: OTHER_SITE.",
  ]) {
    assert.ok(server.log().includes(line), line);
  }
  assert.ok(!server.log().includes("Ada"));
});

test("No secret, code or cookie is in the log", () => {
  for (const secret of [WEB.client_secret, "code=", "__Host-session", "id_token"]) {
    assert.ok(!server.log().includes(secret), secret);
  }
});
