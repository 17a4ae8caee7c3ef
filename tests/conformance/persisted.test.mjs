// Automatic persisted queries (https://www.apollographql.com/docs/apollo-server/performance/apq), trusted documents, batches.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { query, startServer } from "./server.mjs";

const REGIONS = "query Regions { regions { code } }";
const END_SECONDS_MAX = 60;

const hashOf = (document) => createHash("sha256").update(document).digest("hex");
const named = (hash, version = 1) => ({ persistedQuery: { version, sha256Hash: hash } });
const codesOf = (body) => body.errors?.map((error) => error.extensions?.code);

async function get(server, parameters, accept = "application/graphql-response+json") {
  const response = await fetch(`${server.url}/graphql?${new URLSearchParams(parameters)}`, { headers: { accept } });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

async function temporaryFolder(t, files) {
  const folder = await mkdtemp(join(tmpdir(), "regional-network-documents-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(folder, name, ".."), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

async function serverWith(t, ...options) {
  const server = await startServer("--sample", "none", ...options);
  t.after(() => server.stop());
  return server;
}

/** Runs the server with options that it must refuse. */
async function refusedStart(server, ...options) {
  const child = spawn("dotnet", [server.executable, "--data", server.data, "--urls", "http://127.0.0.1:0", ...options]);
  const timer = setTimeout(() => child.kill("SIGKILL"), END_SECONDS_MAX * 1000);
  let printed = "";
  child.stderr.on("data", (chunk) => (printed += chunk));
  const code = await new Promise((resolve) => child.once("close", resolve));
  clearTimeout(timer);
  return { code, printed };
}

describe("Automatic persisted queries", () => {
  let server;
  before(async () => {
    server = await startServer("--sample", "none");
  });
  after(() => server?.stop());

  test("A document is not found, then sent along once, then named by POST and by GET", async () => {
    const extensions = named(hashOf(REGIONS));
    const unknown = await query(server.url, { extensions });
    assert.equal(unknown.status, 400);
    assert.deepEqual(unknown.body, {
      errors: [{ message: "PersistedQueryNotFound", extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } }],
    });
    const sent = await query(server.url, { query: REGIONS, extensions });
    assert.equal(sent.body.data.regions.length, 9);
    assert.deepEqual((await query(server.url, { extensions })).body, sent.body);
    assert.deepEqual((await get(server, { extensions: JSON.stringify(extensions) })).body, sent.body);
  });

  test("Who accepts application/json reads PersistedQueryNotFound with status 200, as for every request error", async () => {
    const extensions = JSON.stringify(named(hashOf("never sent")));
    const { status, headers, body } = await get(server, { extensions }, "application/json");
    assert.deepEqual([status, codesOf(body)], [200, ["PERSISTED_QUERY_NOT_FOUND"]]);
    assert.equal(headers.get("cache-control"), "no-store");
  });

  test("A document can be stored by GET, and named by documentId", async () => {
    const document = "query ByGet { networks { code } }";
    const extensions = JSON.stringify(named(hashOf(document)));
    const stored = await get(server, { query: document, extensions });
    assert.equal(stored.status, 200);
    for (const documentId of [`sha256:${hashOf(document)}`, hashOf(document)]) {
      assert.deepEqual((await query(server.url, { documentId })).body, stored.body);
    }
    assert.deepEqual((await get(server, { documentId: `sha256:${hashOf(document)}` })).body, stored.body);
  });

  test("Variables and operation names go with a named document", async () => {
    const document = "query A($code: String!) { council(code: $code) { name } } query B { __typename }";
    const extensions = named(hashOf(document));
    await query(server.url, { query: document, operationName: "B", extensions });
    const { body } = await query(server.url, { operationName: "A", variables: { code: "E08000031" }, extensions });
    assert.equal(body.data.council.name, "Wolverhampton");
    assert.equal((await query(server.url, { operationName: "C", extensions })).status, 400);
  });

  test("A hash of another document is refused, and neither is stored", async () => {
    const hash = hashOf("query Mine { __typename }");
    const refused = await query(server.url, { query: "query Theirs { regions { code } }", extensions: named(hash) });
    assert.deepEqual([refused.status, codesOf(refused.body)], [400, ["PERSISTED_QUERY_HASH_MISMATCH"]]);
    assert.deepEqual(codesOf((await query(server.url, { extensions: named(hash) })).body), ["PERSISTED_QUERY_NOT_FOUND"]);
  });

  test("A document that is not valid is never stored", async () => {
    for (const document of ["{", "{ noSuchField }", "fragment F on Query { __typename }"]) {
      const extensions = named(hashOf(document));
      assert.equal((await query(server.url, { query: document, extensions })).status, 400);
      assert.deepEqual(codesOf((await query(server.url, { extensions })).body), ["PERSISTED_QUERY_NOT_FOUND"]);
    }
  });

  test("A mutation can be stored and named by POST, and never runs by GET", async () => {
    const document = "mutation Change { __typename }";
    const extensions = named(hashOf(document));
    assert.equal((await get(server, { query: document, extensions: JSON.stringify(extensions) })).status, 405);
    assert.equal((await query(server.url, { query: document, extensions })).body.data.__typename, "Mutation");
    assert.equal((await get(server, { extensions: JSON.stringify(extensions) })).status, 405);
  });

  test("What names no document properly is a bad request", async () => {
    const hash = hashOf(REGIONS);
    const faulty = [
      { extensions: named(hash, 2) },
      { extensions: named(hash, "1") },
      { extensions: { persistedQuery: { version: 1 } } },
      { extensions: { persistedQuery: { version: 1, sha256Hash: 7 } } },
      { extensions: { persistedQuery: [hash] } },
      { extensions: { persistedQuery: null } },
      { extensions: {} },
      { documentId: 7 },
      { documentId: hash, query: REGIONS },
      { documentId: hash, extensions: named(hash) },
    ];
    for (const request of faulty) {
      const { status, body } = await query(server.url, request);
      assert.equal(status, 400, JSON.stringify(request));
      assert.match(body.errors[0].message, /^[A-Z].*\.$/);
    }
    const twice = await fetch(`${server.url}/graphql?documentId=a&documentId=b`);
    assert.equal(twice.status, 400);
  });
});

describe("Trusted documents", () => {
  const GUARDED = "query Guarded { networks { code } }\n";
  const FROM_MANIFEST = "query Listed($code: String!) { council(code: $code) { name } }";

  test("Only they run: by hash, by their name in a manifest, by Apollo's extension", async (t) => {
    const folder = await temporaryFolder(t, {
      "guarded.graphql": GUARDED,
      "web/persisted-documents.json": JSON.stringify({ "council-name": FROM_MANIFEST }),
      "README.md": "Not a document.",
    });
    const server = await serverWith(t, "--trusted-documents", folder);
    const variables = { code: "E08000031" };
    assert.deepEqual((await query(server.url, { documentId: hashOf(GUARDED) })).body, { data: { networks: [] } });
    for (const request of [
      { documentId: "council-name" },
      { documentId: `sha256:${hashOf(FROM_MANIFEST)}` },
      { extensions: named(hashOf(FROM_MANIFEST)) },
      { extensions: named(hashOf(FROM_MANIFEST)), query: FROM_MANIFEST },
    ]) {
      assert.equal((await query(server.url, { ...request, variables })).body.data?.council.name, "Wolverhampton");
    }
    const byGet = await get(server, { documentId: "council-name", variables: JSON.stringify(variables) });
    assert.equal(byGet.body.data.council.name, "Wolverhampton");
  });

  test("The manifest of Apollo's tools is read as well: by id, and by the extension that Apollo's clients send", async (t) => {
    const operations = [{ id: "Apollo-Id", name: "Listed", type: "query", body: FROM_MANIFEST }];
    const manifest = { format: "apollo-persisted-query-manifest", version: 1, operations };
    const folder = await temporaryFolder(t, { "persisted-query-manifest.json": JSON.stringify(manifest, null, 2) });
    const server = await serverWith(t, "--trusted-documents", folder);
    const variables = { code: "E08000031" };
    for (const request of [{ documentId: "Apollo-Id" }, { extensions: named("Apollo-Id") }, { extensions: named(hashOf(FROM_MANIFEST)) }]) {
      assert.equal((await query(server.url, { ...request, variables })).body.data?.council.name, "Wolverhampton", JSON.stringify(request));
    }
    assert.deepEqual(codesOf((await query(server.url, { documentId: "Listed", variables })).body), ["DOCUMENT_NOT_TRUSTED"]);
  });

  test("Everything else is refused with a code, and cannot be stored", async (t) => {
    const folder = await temporaryFolder(t, { "guarded.graphql": GUARDED });
    const server = await serverWith(t, "--trusted-documents", folder, "--batching", "2");
    for (const request of [
      { query: REGIONS },
      { query: GUARDED },
      { query: "{ __schema { queryType { name } } }" },
      { documentId: hashOf(REGIONS) },
      { extensions: named(hashOf(REGIONS)) },
      { query: REGIONS, extensions: named(hashOf(REGIONS)) },
      { documentId: "Guarded" },
    ]) {
      const { status, body } = await query(server.url, request);
      assert.deepEqual([status, codesOf(body)], [400, ["DOCUMENT_NOT_TRUSTED"]], JSON.stringify(request));
    }
    assert.equal((await get(server, { query: REGIONS })).status, 400);
    const disguised = await query(server.url, { query: REGIONS, extensions: named(hashOf(GUARDED)) });
    assert.deepEqual(codesOf(disguised.body), ["PERSISTED_QUERY_HASH_MISMATCH"]);
    const batch = await query(server.url, [{ query: REGIONS }, { documentId: hashOf(GUARDED) }]);
    assert.deepEqual(codesOf(batch.body[0]), ["DOCUMENT_NOT_TRUSTED"]);
    assert.deepEqual(batch.body[1], { data: { networks: [] } });
  });

  test("Faulty files stop the start, each fault with its file and line", async (t) => {
    const server = await serverWith(t);
    const folder = await temporaryFolder(t, {
      "a-syntax.graphql": "query A {\n  regions {\n",
      "b-schema.graphql": "query B {\n  regions { code }\n  noSuchField\n  norThis\n}\n",
      "c-fragment.graphql": "{ }",
      "d-manifest.json": `{\n "good": "{ __typename }",\n "bad": "query D { no }",\n "odd": 7\n}`,
      "e-broken.json": '{\n "x": }',
    });
    await writeFile(join(folder, "f-bytes.graphql"), Buffer.from([0x7b, 0xc3, 0x28]));
    await writeFile(join(folder, "g-same.json"), '{ "good": "{ regions { code } }" }');
    const { code, printed } = await refusedStart(server, "--trusted-documents", folder);
    assert.equal(code, 1);
    for (const place of [
      "a-syntax.graphql:3:1: Syntax Error",
      'b-schema.graphql:3:3: Cannot query field "noSuchField"',
      'b-schema.graphql:4:3: Cannot query field "norThis"',
      "c-fragment.graphql:1:3: Syntax Error",
      'd-manifest.json:3 (bad) at 1:11 of the document: Cannot query field "no"',
      "d-manifest.json:4 (odd): must be the text of a document.",
      "e-broken.json:2: is not JSON",
      "f-bytes.graphql: is not UTF-8",
      "g-same.json:1 (good): another document has the name good already.",
    ]) {
      assert.ok(printed.includes(place), `${place}\n---\n${printed}`);
    }
    assert.ok(!printed.includes("   at "), "a stack");
  });

  test("A folder without documents, or none at all, stops the start", async (t) => {
    const server = await serverWith(t);
    const empty = await temporaryFolder(t, {});
    const nothing = await refusedStart(server, "--trusted-documents", empty);
    assert.deepEqual([nothing.code, /there is no document/.test(nothing.printed)], [1, true]);
    assert.equal((await refusedStart(server, "--trusted-documents", join(empty, "missing"))).code, 1);
  });
});

describe("Batches", () => {
  test("They are refused unless they are enabled", async (t) => {
    const server = await serverWith(t);
    const { status, body } = await query(server.url, [{ query: "{ __typename }" }]);
    assert.equal(status, 400);
    assert.match(body.errors[0].message, /Batches are not supported/);
  });

  test("Each answer stands in its place, and a fault stops none of the others", async (t) => {
    const server = await serverWith(t, "--batching", "6");
    const { status, body } = await query(server.url, [
      { query: "{ a: __typename }" },
      { query: "{ noSuchField }" },
      { query: 7, variables: { deep: [{}] } },
      "no object",
      { query: "mutation { __typename }" },
      { query: "query($code: String!) { council(code: $code) { name } }", variables: { code: "E08000031" } },
    ]);
    assert.equal(status, 200);
    assert.deepEqual(body[0], { data: { a: "Query" } });
    assert.match(body[1].errors[0].message, /noSuchField/);
    assert.match(body[2].errors[0].message, /query must be a string/);
    assert.match(body[3].errors[0].message, /must be a JSON object/);
    assert.deepEqual(body[4], { data: { __typename: "Mutation" } });
    assert.equal(body[5].data.council.name, "Wolverhampton");
  });

  test("A batch may have as many requests as were allowed, and no more; not none", async (t) => {
    const server = await serverWith(t, "--batching", "3");
    const one = { query: "{ __typename }" };
    assert.equal((await query(server.url, [one, one, one])).body.length, 3);
    for (const batch of [[one, one, one, one], []]) {
      const { status, body } = await query(server.url, batch);
      assert.deepEqual([status, body.errors.length], [400, 1]);
    }
    const broken = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '[{"query":"{ __typename }"}',
    });
    assert.equal(broken.status, 400);
    assert.deepEqual((await query(server.url, one)).body, { data: { __typename: "Query" } });
  });

  test("Answers together are limited in bytes: what does not fit is said in its place", async (t) => {
    const server = await serverWith(t, "--batching", "100");
    const councils = "{ councils { region { councils { id code name again: name region { id code name } } } } }";
    const one = (await query(server.url, { query: councils })).body;
    const bytes = Buffer.byteLength(JSON.stringify(one));
    const fitting = Math.floor((32 * 1024 * 1024) / bytes);
    assert.ok(fitting < 98, `${bytes} bytes an answer`);
    const { body } = await query(server.url, Array(fitting + 2).fill({ query: councils }));
    assert.deepEqual(body[fitting - 1], one);
    assert.deepEqual([body[fitting].data, codesOf(body[fitting])], [null, ["LIMIT_EXCEEDED"]]);
    assert.match(body[fitting + 1].errors[0].message, /not executed/);
  });

  test("Only a number from 1 to 100 enables them", async (t) => {
    const server = await serverWith(t);
    for (const number of ["0", "101", "many"]) {
      const { code, printed } = await refusedStart(server, "--batching", number);
      assert.equal(code, 1);
      assert.match(printed, /--batching takes a number from 1 to 100/);
    }
  });
});
