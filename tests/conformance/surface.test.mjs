// What every answer has in common: the headers that keep browsers safe, an id, and no word to other origins unless configured.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import WebSocket from "ws";
import { as, fromElsewhere, tokenOfPerson } from "./people.mjs";
import { secretsIn } from "./secrets.mjs";
import { startServerWith, tokenOf } from "./server.mjs";

const ALLOWED = "https://dashboard.example.gov.uk";
const DATA_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const SCOPES = { Logging__Console__FormatterName: "simple", Logging__Console__FormatterOptions__IncludeScopes: "true" };

let server;
let allowing;
let talkative;
before(async () => {
  [server, allowing, talkative] = await Promise.all([
    startServerWith({}, "--sample", "none"),
    startServerWith({ Cors__Origins__0: ALLOWED, Cors__Origins__1: "http://localhost:3000" }, "--sample", "none"),
    startServerWith({ Logging__LogLevel__Default: "Debug", Logging__LogLevel__Microsoft: "Debug", "Logging__Console__LogLevel__Microsoft.AspNetCore": "Trace", ...SCOPES }),
  ]);
});
after(() => Promise.all([server?.stop(), allowing?.stop(), talkative?.stop()]));

async function ask(path, options = {}, to = server) {
  const response = await fetch(`${to.url}${path}`, { redirect: "manual", ...options });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const post = (body, headers = {}) => ({ method: "POST", headers: { "content-type": "application/json", ...headers }, body });
const QUESTION = post('{"query":"{ regions { code } }"}');

const ANSWERS = {
  "data": [200, "/graphql", QUESTION],
  "data by GET": [200, "/graphql?query=%7B__typename%7D"],
  "a page": [200, "/graphql", { headers: { accept: "text/html" } }],
  "a script": [200, "/graphiql/page.js"],
  "an error of the request": [400, "/graphql", post('{"query":"{ nothing }"}', { accept: "application/graphql-response+json" })],
  "a token that is none": [401, "/graphql", { ...QUESTION, headers: { ...QUESTION.headers, authorization: "Bearer x" } }],
  "an upload by nobody": [401, "/imports", { method: "POST", body: new FormData() }],
  "no such address": [404, "/no/such/address"],
  "no such file": [404, "/graphiql/other.js"],
  "a method that is none": [405, "/graphql", { method: "DELETE" }],
  "a question about options": [405, "/graphql", { method: "OPTIONS" }],
  "a mutation by GET": [405, "/graphql?query=mutation%7B__typename%7D"],
  "no form of answer that is known": [406, "/graphql?query=%7B__typename%7D", { headers: { accept: "image/png" } }],
  "too large a request": [413, "/graphql", post(" ".repeat(3 * 1024 * 1024))],
  "a content type that is none of ours": [415, "/graphql", { method: "POST", headers: { "content-type": "text/plain" }, body: "x" }],
};
for (const [what, [status, path, options]] of Object.entries(ANSWERS)) {
  test(`${what} (${status}) has every header`, async () => {
    const answer = await ask(path, options);
    assert.equal(answer.status, status, answer.text);
    const { headers } = answer;
    const policy = headers.get("content-security-policy");
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.doesNotMatch(policy, /unsafe|\*|http:/);
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.equal(headers.get("referrer-policy"), "no-referrer");
    assert.match(headers.get("permissions-policy"), /camera=\(\).*geolocation=\(\).*microphone=\(\)/);
    assert.equal(headers.get("cross-origin-opener-policy"), "same-origin");
    assert.equal(headers.get("cross-origin-resource-policy"), "same-origin");
    assert.match(headers.get("x-request-id"), /^[0-9a-f]{16}-[0-9a-f]{12}$/);
    for (const absent of ["server", "x-powered-by", "access-control-allow-origin", "strict-transport-security", "set-cookie"]) {
      assert.equal(headers.get(absent), null, absent);
    }
    assert.ok(path.startsWith("/graphiql") || headers.get("content-type")?.startsWith("text/html") || policy === DATA_POLICY, policy);
  });
}

test("HTTPS alone is asked of browsers that came by HTTPS, on the word of a proxy on this machine", async () => {
  const { headers } = await ask("/graphql", { ...QUESTION, headers: { ...QUESTION.headers, "x-forwarded-proto": "https" } });
  assert.equal(headers.get("strict-transport-security"), "max-age=31536000; includeSubDomains");
  for (const scheme of ["http", "https, http", "ftp", ""]) {
    const answer = await ask("/graphql", { ...QUESTION, headers: { ...QUESTION.headers, "x-forwarded-proto": scheme } });
    assert.equal(answer.headers.get("strict-transport-security"), null, scheme);
  }
});

test("A proxy's request id is taken over if it is well formed; every other request gets one of its own", async () => {
  for (const id of ["a", "0af7651916cd43dd8448eb211c80319c", randomUUID(), "A.b_c-9", "x".repeat(64)]) {
    assert.equal((await ask("/graphql", { headers: { "x-request-id": id } })).headers.get("x-request-id"), id);
  }
  const own = new Set();
  for (const id of ["", " ", "x".repeat(65), "a b", "a;b", "a:b", "a/b", "<a>", undefined]) {
    own.add((await ask("/graphql", id === undefined ? {} : { headers: { "x-request-id": id } })).headers.get("x-request-id"));
  }
  assert.equal(own.size, 9);
  assert.ok([...own].every((id) => /^[0-9a-f]{16}-[0-9a-f]{12}$/.test(id)), [...own].join());
});

describe("Other origins", () => {
  const preflight = (origin, method = "POST", asked = "authorization,content-type") => ({
    method: "OPTIONS",
    headers: { origin, "access-control-request-method": method, "access-control-request-headers": asked },
  });
  const allowanceOf = ({ headers }) => [...headers].filter(([name]) => name.startsWith("access-control-"));

  test("are allowed nothing unless configured", async () => {
    for (const origin of [ALLOWED, "null", server.url, "http://localhost:3000"]) {
      assert.deepEqual(allowanceOf(await ask("/graphql", preflight(origin))), [], origin);
      assert.deepEqual(allowanceOf(await ask("/graphql", { ...QUESTION, headers: { ...QUESTION.headers, origin } })), [], origin);
    }
  });

  test("that are configured may ask with a token, and never with a cookie", async () => {
    for (const origin of [ALLOWED, "http://localhost:3000"]) {
      const answer = await ask("/graphql", preflight(origin), allowing);
      assert.equal(answer.status, 204);
      assert.equal(answer.headers.get("access-control-allow-origin"), origin);
      assert.match(answer.headers.get("access-control-allow-headers").toLowerCase(), /authorization/);
      assert.equal(answer.headers.get("access-control-allow-credentials"), null);
      const asked = await ask("/graphql", { ...QUESTION, headers: { ...QUESTION.headers, origin } }, allowing);
      assert.deepEqual([asked.status, asked.headers.get("access-control-allow-origin")], [200, origin]);
      assert.match(asked.headers.get("access-control-expose-headers"), /X-Request-Id/);
    }
  });

  test("that are almost those configured are allowed nothing", async () => {
    const almost = ["null", "https://dashboard.example.gov.uk.evil.example", "http://dashboard.example.gov.uk", "https://dashboard.example.gov.uk:444", "https://evil.example/https://dashboard.example.gov.uk", "https://x.dashboard.example.gov.uk", "http://localhost:3001"];
    for (const origin of almost) {
      assert.equal((await ask("/graphql", preflight(origin), allowing)).headers.get("access-control-allow-origin"), null, origin);
      const asked = await ask("/graphql", { ...QUESTION, headers: { ...QUESTION.headers, origin } }, allowing);
      assert.equal(asked.headers.get("access-control-allow-origin"), null, origin);
    }
  });

  test("make caches keep their answers apart", async () => {
    for (const headers of [{}, { origin: ALLOWED }, { origin: "https://evil.example" }]) {
      const { headers: answered } = await ask("/graphql?query=%7B__typename%7D", { headers }, allowing);
      const vary = answered.get("vary").toLowerCase().split(/, */);
      assert.ok(["accept", "authorization", "origin"].every((name) => vary.includes(name)), vary.join());
    }
  });

  for (const origin of ["*", "https://*.example.gov.uk", "https://example.gov.uk/", "https://example.gov.uk/path", "http://example.gov.uk", "example.gov.uk", "null", "HTTPS://EXAMPLE.gov.uk", "https://user@example.gov.uk", "javascript:alert(1)"]) {
    test(`The server does not start with ${origin} as an origin`, async () => {
      await assert.rejects(startServerWith({ Cors__Origins__0: origin }, "--sample", "none"), /Cors:Origins has '[^']*', which is no origin/);
    });
  }
});

describe("The log", () => {
  const CODE = "abcd-efgh-ijkl-mnop-qrst-uvwx-yz23-4567";
  const PERSON = "somebody@council.example.gov.uk";
  const SECRETS = [];

  test("has the request's id beside its lines", async () => {
    await ask("/graphql", { ...QUESTION, headers: { ...QUESTION.headers, "x-request-id": "id-for-the-log" } }, talkative);
    const deadline = Date.now() + 10_000;
    while (!talkative.log().includes("RequestId:id-for-the-log") && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.match(talkative.log(), /RequestId:id-for-the-log/);
  });

  test("has nothing of tokens, codes and people that came in any place of a request, also at Debug", async () => {
    await tokenOf(talkative, "operator");
    const token = await tokenOfPerson(talkative, "test:secretive", ["operator@service"], { name: PERSON, email: PERSON });
    const forged = `${token.slice(0, -6)}AAAAAA`;
    SECRETS.push(token.split(".")[1], forged.split(".")[2], CODE, PERSON, "hunter2-the-secret");
    const bearer = as(token);
    const places = [
      ["/graphql", { ...QUESTION, headers: { ...QUESTION.headers, ...bearer } }],
      ["/graphql", { ...QUESTION, headers: { ...QUESTION.headers, ...as(forged) } }],
      ["/graphql", { ...QUESTION, headers: { ...QUESTION.headers, authorization: `Basic ${btoa(`${PERSON}:hunter2-the-secret`)}` } }],
      ["/graphql", { ...QUESTION, headers: { ...QUESTION.headers, authorization: `bearer${token}` } }],
      ["/graphql", { ...QUESTION, headers: { ...QUESTION.headers, cookie: `__Host-session=${token}; x=${CODE}` } }],
      ["/graphql", { ...QUESTION, headers: { ...QUESTION.headers, "x-request-id": token, "x-forwarded-for": token, "x-forwarded-proto": CODE, "on-behalf-of": PERSON, ...bearer } }],
      [`/graphql?query=%7B__typename%7D&access_token=${token}&code=${CODE}`],
      [`/graphql?query=${encodeURIComponent(`{ council(code: "${token}") { name } }`)}`],
      [`/graphql?extensions=${token}&variables=${CODE}`],
      [`/accept/${CODE}`],
      [`/${token}?client_secret=hunter2-the-secret`],
      [`/graphiql/${CODE}`],
      ["/graphql", post(`{"query":"mutation { acceptRole(input: {commandId: \\"c\\", code: \\"${CODE}\\"}) { problems { code } } }"}`, bearer)],
      ["/graphql", post(`{"query":"query ($x: Int) { __typename }","variables":{"x":"${token}"}}`)],
      ["/graphql", post(`{"query":"{ ${CODE} ${PERSON} }"}`)],
      ["/graphql", post(`${token}`)],
      ["/graphql", { method: "POST", headers: { "content-type": token }, body: CODE }],
      ["/imports", { method: "POST", headers: bearer, body: new URLSearchParams({ client_secret: "hunter2-the-secret", code: CODE }) }],
      ["/imports", { method: "POST", headers: { ...bearer, "content-type": "multipart/form-data; boundary=x" }, body: `--x\r\nContent-Disposition: form-data; name="${token}"; filename="${PERSON}.csv"\r\n\r\n${CODE}\r\n` }],
      ["/imports", { method: "POST", headers: bearer, body: (() => { const form = new FormData(); form.append("data", new Blob([`${CODE},${PERSON}\n`]), `${PERSON}.csv`); return form; })() }],
    ];
    for (const [path, options] of places) {
      const { status } = await ask(path, { ...options, headers: { ...fromElsewhere(), ...options?.headers } }, talkative);
      assert.ok(status < 500, `${status} for ${path.slice(0, 40)}`);
    }
    await new Promise((resolve) => {
      const socket = new WebSocket(`${talkative.url.replace("http", "ws")}/graphql?access_token=${token}`, "graphql-transport-ws");
      socket.on("open", () => socket.send(JSON.stringify({ type: "connection_init", payload: { authorization: `Bearer ${forged}` } })));
      socket.on("close", resolve);
      socket.on("error", resolve);
    });
    const log = talkative.log();
    assert.ok(log.length > 1_000 && /dbug/.test(log), "the log is talkative");
    for (const secret of SECRETS) {
      assert.ok(!log.includes(secret), `the log has ${secret.slice(0, 20)}: ${log.split("\n").find((line) => line.includes(secret))}`);
    }
    assert.deepEqual(secretsIn(log), []);
    console.log(`${places.length + 1} requests with secrets, ${log.split("\n").length} lines of log`);
  });

  test("The search for secrets finds each kind of them", () => {
    const lines = ["x eyJhbGciOi x", "Authorization: x", "sent Bearer abcdefghij", CODE, "Set-Cookie: a=b", "client_secret=x", "?code=abcdefgh12", "-----BEGIN RSA PRIVATE KEY-----", PERSON];
    assert.deepEqual(lines.filter((line) => secretsIn(line).length === 0), []);
    assert.deepEqual(secretsIn("RegionalNetwork listens on http://127.0.0.1:5080: GraphQL and GraphiQL"), []);
  });
});
