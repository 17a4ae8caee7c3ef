// Tokens of real issuers: who they name, and every way in which one must be refused.
import assert from "node:assert/strict";
import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { after, before, test } from "node:test";
import { exportJWK, SignJWT } from "jose";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { AUDIENCE, firstVersionOf, startIssuers, unknown, WEB } from "./issuers.mjs";
import { query, startServerWith } from "./server.mjs";

const WHO = "{ viewer { subject } }";
const MUTATION = 'mutation { planPracticeEvent(input: { commandId: "t", workstream: "x", kind: MEETING, title: "T", date: "2026-12-01" }) { problems { code } } }';

let issuers;
let server;
const sent = [];
before(async () => {
  issuers = await startIssuers();
  server = await startServerWith(issuers.environment, "--batching", "5");
});
after(async () => {
  await server?.stop();
  await issuers?.stop();
});

async function ask(token, document = WHO) {
  sent.push(token);
  return query(server.url, { query: document }, { authorization: `Bearer ${token}` });
}

const subjectOf = (answer) => answer.body.data?.viewer?.subject ?? assert.fail(JSON.stringify(answer));

async function refused(token, status = 401) {
  const answer = await ask(token);
  assert.equal(answer.status, status, JSON.stringify(answer.body));
  assert.equal(answer.body.data, undefined);
  return answer.body.errors[0].message;
}

test("Nothing is asked of an issuer before its first token comes", () => assert.deepEqual(issuers.asked, []));

test("A council's system signs in by client credentials, at either council and at the national office", async () => {
  assert.equal(subjectOf(await ask(await issuers.councilA.systemToken())), unknown(issuers.councilA, `system-of-${issuers.councilA.tenant}`));
  assert.equal(subjectOf(await ask(await issuers.councilB.systemToken())), unknown(issuers.councilB, `system-of-${issuers.councilB.tenant}`));
  assert.equal(subjectOf(await ask(await issuers.office.systemToken())), unknown(issuers.office, "council-system"));
});

test("A person's token names them by oid in a tenant and by sub elsewhere", async () => {
  assert.equal(subjectOf(await ask(await issuers.councilA.sign())), unknown(issuers.councilA, "oid-of-somebody"));
  assert.equal(subjectOf(await ask(await issuers.councilA.sign({ oid: undefined }))), unknown(issuers.councilA, "somebody"));
  assert.equal(subjectOf(await ask(await issuers.office.sign())), unknown(issuers.office, "somebody"));
});

test("A v1.0 token names the same person", async () => {
  const token = await issuers.councilA.sign({ iss: firstVersionOf(issuers.councilA), azp: undefined, appid: "an-app" });
  assert.equal(subjectOf(await ask(token)), unknown(issuers.councilA, "oid-of-somebody"));
});

test("The client's own id is an audience too, as v2.0 tokens have it", async () => {
  assert.equal(subjectOf(await ask(await issuers.councilA.sign({ aud: WEB.client_id }))), unknown(issuers.councilA, "oid-of-somebody"));
});

test("Keys that an issuer changes while the server runs are fetched with the first token that needs them", async () => {
  const before = await issuers.councilB.systemToken();
  const oldKey = issuers.councilB.jwk;
  assert.equal((await ask(before)).status, 200);
  await issuers.councilB.rotate();
  assert.equal((await ask(await issuers.councilB.systemToken())).status, 200);
  // A new token by the key that was withdrawn.
  await refused(await issuers.councilB.sign({ sub: "late" }, { kid: oldKey.kid }, oldKey));
});

test("Made-up key names do not make the server ask the issuer again and again", async () => {
  const asked = issuers.asked.length;
  for (let i = 0; i < 20; i++) {
    await refused(await issuers.councilA.sign({ sub: `flood-${i}` }, { kid: `made-up-${i}` }));
  }
  // Metadata and keys, once.
  assert.ok(issuers.asked.length - asked <= 2, `asked ${issuers.asked.length - asked} times`);
});

const now = () => Math.floor(Date.now() / 1000);
const HOUR = 3600;
const encode = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Each must be refused: what is wrong, and the token. */
const WRONG = {
  "has expired": () => issuers.councilA.sign({ nbf: now() - 2 * HOUR, iat: now() - 2 * HOUR, exp: now() - HOUR }),
  "has expired by more than the clocks may differ": () => issuers.councilA.sign({ exp: now() - 125 }),
  "is not valid yet": () => issuers.councilA.sign({ nbf: now() + HOUR, exp: now() + 2 * HOUR }),
  "never expires": () => issuers.councilA.sign({ exp: undefined }),
  "is for another service": () => issuers.councilA.sign({ aud: "api://another-service" }),
  "is for nobody": () => issuers.councilA.sign({ aud: undefined }),
  "says another issuer": () => issuers.councilA.sign({ iss: "https://login.microsoftonline.com/common/v2.0" }),
  "says no issuer": () => issuers.councilA.sign({ iss: undefined }),
  "says an issuer that begins as a known one": () => issuers.councilA.sign({ iss: `${issuers.councilA.url}/and/more` }),
  "is of a tenant that is not allowed": () => issuers.councilA.sign({ iss: issuers.councilA.url.replace(/[0-9a-f-]{36}/, crypto.randomUUID()) }),
  "is council A's and claims to be council B's": () => issuers.councilA.sign({ iss: issuers.councilB.url, tid: issuers.councilB.tenant }),
  "is council A's, claims to be council B's and names B's key": () =>
    issuers.councilA.sign({ iss: issuers.councilB.url, tid: issuers.councilB.tenant }, { kid: issuers.councilB.jwk.kid }),
  "is council A's with the tenant of council B": () => issuers.councilA.sign({ tid: issuers.councilB.tenant }),
  "is a tenant's and names no tenant": () => issuers.councilA.sign({ tid: undefined }),
  "is of an issuer without tenants and names one": () => issuers.office.sign({ tid: issuers.councilA.tenant }),
  "is a v1.0 token of council A by the issuer of council B": () => issuers.councilB.sign({ iss: firstVersionOf(issuers.councilA) }),
  "is not signed (alg none)": async () => `${encode({ alg: "none", typ: "JWT" })}.${encode(issuers.councilA.claims())}.`,
  "is not signed (alg None)": async () => `${encode({ alg: "None", typ: "JWT" })}.${encode(issuers.councilA.claims())}.`,
  "lost its signature": async () => `${(await issuers.councilA.sign()).split(".").slice(0, 2).join(".")}.`,
  "was changed after it was signed": async () => {
    const [header, , signature] = (await issuers.councilA.sign()).split(".");
    return [header, encode(issuers.councilA.claims({ oid: "oid-of-another" })), signature].join(".");
  },
  "is signed with the public key as if it were a secret (HS256)": () => hs256WithPublicKey("pem"),
  "is signed with the public key's modulus as a secret (HS256)": () => hs256WithPublicKey("modulus"),
  "brings its own key along (jwk)": () => ownKey((jwk) => ({ jwk })),
  "brings its own key along under a known name": () => ownKey(() => ({ kid: issuers.councilA.jwk.kid })),
  "has no subject": () => issuers.councilA.sign({ sub: undefined, oid: undefined }),
  "has a subject longer than any": () => issuers.councilA.sign({ oid: "x".repeat(257) }),
  "is longer than any": () => issuers.councilA.sign({ padding: "x".repeat(16 * 1024) }),
};

async function hs256WithPublicKey(form) {
  const { kty, n, e } = issuers.councilA.jwk;
  const secret =
    form === "pem"
      ? Buffer.from(createPublicKey({ key: { kty, n, e }, format: "jwk" }).export({ type: "spki", format: "pem" }))
      : Buffer.from(n, "base64url");
  return new SignJWT(issuers.councilA.claims()).setProtectedHeader({ alg: "HS256", kid: issuers.councilA.jwk.kid }).sign(secret);
}

async function ownKey(header) {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const { kty, n, e } = await exportJWK(privateKey);
  return new SignJWT(issuers.councilA.claims()).setProtectedHeader({ alg: "RS256", ...header({ kty, n, e }) }).sign(privateKey);
}

for (const [fault, make] of Object.entries(WRONG)) {
  test(`Refused: a token that ${fault}`, async () => {
    assert.match(await refused(await make()), /^The token is not valid here/);
    assert.equal((await ask(await issuers.councilA.sign())).status, 200);
  });
}

/** Good tokens that allow nothing here. */
const POWERLESS = {
  "has no scope": { scp: undefined },
  "has the scopes of something else": { scp: "openid profile Mail.Read" },
  "has the role of a system beside a scope of something else": { scp: "Mail.Read", roles: ["Network.ReadWrite.All"] },
  "has a scope that only begins as one of ours": { scp: "Network.ReadWriteX Network.Reader" },
  "has a scope in other letters": { scp: "network.read" },
  "is an ID token, whatever roles it has": { scp: undefined, aud: WEB.client_id, nonce: "n", roles: ["Network.ReadWrite.All"] },
  "names no client and has a role": { scp: undefined, azp: undefined, roles: ["Network.ReadWrite.All"] },
};
for (const [fault, changes] of Object.entries(POWERLESS)) {
  test(`Refused: a token that ${fault}`, async () => {
    const message = await refused(await issuers.councilA.sign(changes), 403);
    assert.match(message, /Network\.Read or Network\.ReadWrite.*Network\.Read\.All or Network\.ReadWrite\.All/);
  });
}

test("A token for reading reads and does not write, whatever the transport", async () => {
  for (const changes of [{ scp: "openid Network.Read" }, { scp: undefined, roles: ["Network.Read.All"] }, { scp: undefined, scope: "Network.Read" }]) {
    const token = await issuers.councilA.sign(changes);
    const headers = { authorization: `Bearer ${token}` };
    assert.equal(subjectOf(await ask(token)), unknown(issuers.councilA, "oid-of-somebody"));
    assert.deepEqual(codesOf((await ask(token, MUTATION)).body), ["READ_ONLY_TOKEN"]);
    const batch = await query(server.url, [{ query: WHO }, { query: MUTATION }], headers);
    assert.deepEqual(batch.body.map(codesOf), [[], ["READ_ONLY_TOKEN"]]);
    assert.deepEqual(await codesBySocket(token), ["READ_ONLY_TOKEN"]);
    const upload = await fetch(`${server.url}/imports`, { method: "POST", headers, body: new FormData() });
    assert.deepEqual([upload.status, (await upload.json()).faults[0].code], [403, "READ_ONLY_TOKEN"]);
  }
});

test("A token for writing writes as far as its holder may", async () => {
  for (const changes of [{}, { scp: undefined, roles: ["Network.ReadWrite.All"] }]) {
    const answer = await ask(await issuers.councilA.sign(changes), MUTATION);
    assert.ok(!codesOf(answer.body).includes("READ_ONLY_TOKEN"), JSON.stringify(answer.body));
  }
});

test("A person's token must say that they signed in as strongly and as lately as is required; a system's need not", async () => {
  const { councilA, office } = issuers;
  const strong = await startServerWith(
    { ...issuers.environment, AzureAd__RequiredAcr: "c1 urn:mfa", AzureAd__RequiredAmr: "mfa", AzureAd__MaxAgeMinutes: "60" },
    "--sample",
    "none",
  );
  const now = Math.floor(Date.now() / 1000);
  const good = { acr: "urn:mfa", amr: ["pwd", "mfa"], auth_time: now - 60 };
  const send = async (token) => {
    sent.push(token);
    return fetch(`${strong.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/graphql-response+json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: WHO }),
    });
  };
  try {
    for (const right of [good, { ...good, acr: "1", acrs: ["c1"] }, { ...good, auth_time: now - 59 * 60 }]) {
      const answer = await send(await councilA.sign(right));
      assert.equal((await answer.json()).data?.viewer.subject, unknown(councilA, "oid-of-somebody"));
    }
    for (const wrong of [
      {},
      { ...good, acr: undefined },
      { ...good, acr: "1" },
      { ...good, amr: ["pwd"] },
      { ...good, amr: undefined },
      { ...good, auth_time: undefined },
      { ...good, auth_time: now - 63 * 60 },
      { ...good, auth_time: now + 600 },
      { ...good, auth_time: "now" },
    ]) {
      const answer = await send(await councilA.sign(wrong));
      assert.equal(answer.status, 401, JSON.stringify(wrong));
      assert.equal(answer.headers.get("www-authenticate"), 'Bearer error="insufficient_user_authentication", acr_values="c1 urn:mfa", max_age="3600"');
      assert.match((await answer.json()).errors[0].message, /signed in strongly or lately enough.*acr c1 or urn:mfa, amr mfa, auth_time at most 60 minutes ago/);
    }
    const form = new FormData();
    form.append("data", new Blob(["x"]), "x.csv");
    const upload = await fetch(`${strong.url}/imports`, { method: "POST", headers: { authorization: `Bearer ${await councilA.sign()}` }, body: form });
    assert.deepEqual([upload.status, /lately enough/.test(await upload.text())], [401, true]);

    // Of another issuer nothing is required here, and a system has nobody who could have signed in.
    assert.equal((await send(await office.sign())).status, 200);
    assert.equal((await send(await councilA.systemToken())).status, 200);
    assert.match(strong.log(), /RegionalNetwork\.Security\[34\]\n +\S+ sent a token that was refused: AUTHENTICATION_TOO_WEAK\./);
  } finally {
    await strong.stop();
  }
});

test("Roles of a real issuer's token open nothing", async () => {
  const token = await issuers.councilA.sign({ roles: ["operator"], council: "E08000031", network: "west-midlands" });
  const answer = await ask(token, "{ viewer { roles council { name } } }");
  assert.deepEqual(answer.body.data.viewer, { roles: [], council: null });
});

test("Keys that are known still count while the issuer does not answer, and a token that needs others is told to wait", async () => {
  issuers.office.isDown = true;
  try {
    assert.equal((await ask(await issuers.office.sign({ sub: "while-down" }))).status, 200);
  } finally {
    issuers.office.isDown = false;
  }

  const down = await startIssuers();
  const other = await startServerWith(down.environment);
  try {
    down.councilA.isDown = true;
    const token = await down.councilA.sign();
    const response = await fetch(`${other.url}/graphql?query={__typename}`, { headers: { authorization: `Bearer ${token}` } });
    assert.equal(response.status, 503);
    assert.ok(Number(response.headers.get("retry-after")) > 0);
    assert.match(await response.text(), /its issuer does not answer/);
  } finally {
    await other.stop();
    await down.stop();
  }
});

test("Metadata that names another issuer is not used", async () => {
  const wrong = await startIssuers();
  const other = await startServerWith({ Issuers__0__Name: "Wrong", Issuers__0__Authority: `${wrong.office.url}/`, Issuers__0__Audience: AUDIENCE });
  try {
    wrong.office.provider.issuer = "https://login.example.gov.uk";
    const ask = async () => (await query(other.url, { query: WHO }, { authorization: `Bearer ${await wrong.office.sign()}` })).status;
    assert.equal(await ask(), 503);
  } finally {
    await other.stop();
    await wrong.stop();
  }
});

test("A mistaken configuration is refused at the start, in a sentence", async () => {
  const fault = await startServerWith({ AzureAd__TenantId: crypto.randomUUID() }, "--sample", "none").then(
    async (started) => (await started.stop(), assert.fail("It started.")),
    (fault) => fault.message,
  );
  assert.match(fault, /ended with 1/);
  assert.match(fault, /AzureAd needs TenantId and ClientId/);
  assert.doesNotMatch(fault, / at RegionalNetwork/);
});

test("No token is in the log", () => {
  assert.ok(sent.length > 50);
  for (const token of sent) {
    for (const part of token.split(".").filter((text) => text.length > 20)) {
      assert.ok(!server.log().includes(part));
    }
  }
});

const codesOf = (body) => (body.errors ?? []).map((error) => error.extensions?.code);

async function codesBySocket(token) {
  const client = createClient({
    url: `${server.url.replace("http", "ws")}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: 0,
  });
  try {
    return await new Promise((resolve, reject) =>
      client.subscribe({ query: MUTATION }, { next: (answer) => resolve(codesOf(answer)), error: (errors) => (Array.isArray(errors) ? resolve(codesOf({ errors })) : reject(errors)), complete: () => {} }),
    );
  } finally {
    await client.dispose();
  }
}
