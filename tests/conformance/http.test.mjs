// GraphQL over HTTP as its reference implementation audits a server: https://graphql.github.io/graphql-over-http/draft/
// One test an audit, with its id. What the audits leave as a remark ("how to fail and have the data entry?") is tested below.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serverAudits } from "graphql-http";
import { query, startServer } from "./server.mjs";

const AUDITS_MIN = 61;

let server;
before(async () => {
  server = await startServer("--sample", "none");
});
after(() => server?.stop());

const audits = serverAudits({ url: () => `${server.url}/graphql` });

// Also the MAYs: none of them is about something that this server does not do.
for (const { id, name, fn } of audits) {
  test(`${id} ${name}`, async () => {
    const { status, reason } = await fn();
    assert.equal(status, "ok", reason);
  });
}

test("No audit has gone missing", (t) => {
  const of = (word) => audits.filter(({ name }) => name.startsWith(word)).length;
  t.diagnostic(`${audits.length} audits: ${of("MUST")} MUST, ${of("SHOULD")} SHOULD, ${of("MAY")} MAY`);
  assert.ok(audits.length >= AUDITS_MIN);
});

test("A result whose data is null because of an error is no bad request: it was executed", async () => {
  const { status, body } = await query(server.url, { query: "{ workstreams(first: -1) { totalCount } }" });
  assert.equal(status, 200);
  assert.equal(body.data, null);
  assert.deepEqual(body.errors[0].path, ["workstreams"]);
});

test("A token that is not valid is answered with 401 and says how to send one, as the remark BC58 asks", async () => {
  const response = await fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: "Bearer nonsense" },
    body: JSON.stringify({ query: "{ __typename }" }),
  });
  assert.equal(response.status, 401);
  assert.match(response.headers.get("www-authenticate"), /^Bearer /);
});

test("A GET that is no query changes nothing and says which method does", async () => {
  const response = await fetch(`${server.url}/graphql?query=${encodeURIComponent("mutation { __typename }")}`);
  assert.equal(response.status, 405);
  assert.equal(response.headers.get("allow"), "POST");
});

test("Half a surrogate pair in the parameters of a GET is a bad request", async () => {
  const document = "query($code: String!) { council(code: $code) { name } }";
  const parameters = new URLSearchParams({ query: document, variables: '{"code":"\\ud800"}' });
  const response = await fetch(`${server.url}/graphql?${parameters}`);
  assert.equal(response.status, 400);
});
