// GET, entity tags and Cache-Control (RFC 9110, RFC 9111): a shared cache between audiences never serves one the other's answer.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { query, startServer, tokenOf } from "./server.mjs";

const EVERYBODY = "public, max-age=0, must-revalidate";
const HOLDER = "private, no-cache";
const RESPONSE = "application/graphql-response+json";
const REGIONS = "{ regions { code name } }";
const VIEWER = "{ viewer { subject roles council { name } } regions { code } }";

let server;
let audiences;
before(async () => {
  server = await startServer("--sample", "none");
  audiences = {
    anonymous: {},
    psw: await tokenFor("psw", "--council", "E08000031"),
    officer: await tokenFor("data-officer", "--council", "E08000031"),
    operator: await tokenFor("operator"),
  };
});
after(() => server?.stop());

async function tokenFor(...roleAndOptions) {
  return { authorization: `Bearer ${await tokenOf(server, ...roleAndOptions)}` };
}

async function get(document, headers = {}) {
  const parameters = new URLSearchParams({ query: document });
  const response = await fetch(`${server.url}/graphql?${parameters}`, { headers: { accept: RESPONSE, ...headers } });
  return {
    status: response.status,
    text: await response.text(),
    type: response.headers.get("content-type"),
    etag: response.headers.get("etag"),
    cache: response.headers.get("cache-control"),
    vary: response.headers.get("vary"),
    headers: Object.fromEntries(response.headers),
  };
}

/** The header fields of Vary, whoever wrote them. */
const varying = (vary) => (vary ?? "").split(",").map((name) => name.trim().toLowerCase());

test("An anonymous answer may be kept by every cache, and is validated before each use", async () => {
  const first = await get(REGIONS);
  assert.deepEqual([first.status, first.cache], [200, EVERYBODY]);
  assert.match(first.etag, /^"[\w-]+"$/);
  const again = await get(REGIONS, { "if-none-match": first.etag });
  assert.deepEqual([again.status, again.text, again.type], [304, "", null]);
  assert.deepEqual([again.etag, again.cache, again.vary], [first.etag, first.cache, first.vary]);
});

test("An answer to a token is for its holder's own cache", async () => {
  const first = await get(VIEWER, audiences.psw);
  assert.deepEqual([first.status, first.cache], [200, HOLDER]);
  const again = await get(VIEWER, { ...audiences.psw, "if-none-match": first.etag });
  assert.deepEqual([again.status, again.cache], [304, HOLDER]);
});

test("Every answer to GET says that it depends on Accept and Authorization", async () => {
  const answers = [
    await get(REGIONS),
    await get(VIEWER, audiences.psw),
    await get("{ noSuchField }"),
    await get("mutation { __typename }"),
    await get(REGIONS, { authorization: "Bearer nonsense" }),
    await get(REGIONS, { accept: "image/png" }),
    await get(REGIONS, { "if-none-match": (await get(REGIONS)).etag }),
  ];
  assert.deepEqual(answers.map(({ status }) => status), [200, 200, 400, 405, 401, 406, 304]);
  for (const { vary } of answers) {
    assert.ok(["accept", "authorization"].every((name) => varying(vary).includes(name)), vary);
  }
  const page = await fetch(`${server.url}/graphql`, { headers: { accept: "text/html" } });
  await page.text();
  assert.ok(varying(page.headers.get("vary")).includes("accept"));
});

test("Errors are kept by nobody and have no entity tag", async () => {
  const faulty = [
    await get("{ noSuchField }"),
    await get("{ noSuchField }", { accept: "application/json" }),
    await get("{ workstreams(first: -1) { totalCount } }"),
    await get("mutation { __typename }"),
    await get(REGIONS, { authorization: "Bearer nonsense" }),
    await get("", {}),
  ];
  for (const { status, cache, etag } of faulty) {
    assert.deepEqual([cache, etag], ["no-store", null], String(status));
  }
});

test("POST has no entity tag; errors and mutations by POST are kept by nobody", async () => {
  const post = async (document, headers = {}) => {
    const response = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ query: document }),
    });
    await response.text();
    return [response.status, response.headers.get("cache-control"), response.headers.get("etag")];
  };
  const { etag } = await get(REGIONS, { accept: "application/json" });
  assert.deepEqual(await post(REGIONS, { "if-none-match": etag }), [200, null, null]);
  assert.deepEqual(await post("mutation { __typename }"), [200, "no-store", null]);
  assert.deepEqual(await post("{ noSuchField }"), [200, "no-store", null]);
});

test("The tag changes with the answer, with its form and with its audience, also where the bytes are the same", async () => {
  const tags = [
    (await get(REGIONS)).etag,
    (await get(REGIONS, { accept: "application/json" })).etag,
    (await get(REGIONS, audiences.psw)).etag,
    (await get(REGIONS, audiences.operator)).etag,
    (await get("{ regions { name code } }")).etag,
  ];
  assert.equal(new Set(tags).size, tags.length);
  assert.equal((await get(REGIONS)).etag, tags[0]);
});

test("If-None-Match: lists, weak tags and * match; what is no tag does not", async () => {
  const { etag } = await get(REGIONS);
  for (const given of [`"other", ${etag}`, `W/${etag}`, "*", `W/"x",W/${etag}`]) {
    assert.equal((await get(REGIONS, { "if-none-match": given })).status, 304, given);
  }
  for (const given of [etag.slice(1, -1), '"other"', `${etag.slice(0, -1)}x"`, "", `""`]) {
    assert.equal((await get(REGIONS, { "if-none-match": given })).status, 200, given);
  }
  const many = Array.from({ length: 32 }, (_, i) => `"${i}"`);
  assert.equal((await get(REGIONS, { "if-none-match": [...many.slice(1), etag].join() })).status, 304);
  assert.equal((await get(REGIONS, { "if-none-match": [...many, etag].join() })).status, 200);
});

test("After a change the old tag does not match and the new answer comes", async () => {
  const document = "{ networks { code } }";
  const before = await get(document);
  const { body } = await query(
    server.url,
    {
      query: `mutation($input: FoundNetworkInput!) { foundNetwork(input: $input) { problems { code message path } } }`,
      variables: { input: { commandId: "caching-1", code: "poison-test", name: "North", scope: "ADULTS" } },
    },
    audiences.operator,
  );
  assert.deepEqual(body.data?.foundNetwork.problems, [], JSON.stringify(body));
  const changed = await get(document, { "if-none-match": before.etag });
  assert.equal(changed.status, 200);
  assert.match(changed.text, /poison-test/);
});

/**
 * A shared cache as RFC 9111 has it: keeps what it may, keyed by the address and the fields of Vary, validates before use
 * with the tags of all variants that it has (section 4.3.1), and updates headers from a 304.
 */
class SharedCache {
  variants = new Map();
  hits = 0;

  async get(document, headers) {
    const kept = this.variants.get(document) ?? [];
    const asked = { accept: RESPONSE, ...headers };
    const tags = kept.map(({ answer }) => answer.etag);
    const answer = await get(document, tags.length > 0 ? { ...asked, "if-none-match": tags.join(", ") } : asked);
    if (answer.status === 304) {
      this.hits++;
      const chosen = kept.find((variant) => variant.answer.etag === answer.etag);
      assert.ok(chosen, "a 304 for a variant that the cache does not have");
      return { ...chosen.answer, status: 200, cache: answer.cache };
    }
    if (!/no-store|private/.test(answer.cache ?? "no-store") && answer.etag) {
      const fields = varying(answer.vary).map((name) => [name, asked[name]]);
      const same = (variant) => JSON.stringify(variant.fields) === JSON.stringify(fields);
      this.variants.set(document, [...kept.filter((variant) => !same(variant)), { fields, answer }]);
    }
    return answer;
  }
}

test("Behind a shared cache every audience gets its own answer, in every order", async () => {
  const cache = new SharedCache();
  const names = Object.keys(audiences);
  const forms = [RESPONSE, "application/json"];
  const documents = [VIEWER, REGIONS, "{ viewer { subject } }", "{ networks { code } }", "{ noSuchField }"];
  for (let round = 0; round < 60; round++) {
    const headers = { ...audiences[names[(round * 7) % names.length]], accept: forms[(round >> 2) % 2] };
    const document = documents[(round * 3) % documents.length];
    const direct = await get(document, headers);
    const cached = await cache.get(document, headers);
    assert.deepEqual([cached.status, cached.text, cached.type], [direct.status, direct.text, direct.type]);
    assert.equal(cached.cache, direct.cache);
  }
  assert.ok(cache.hits > 0, "the cache was never of use, so nothing was shown");
});

test("One audience's tag never gets another audience a 304", async () => {
  for (const document of [VIEWER, REGIONS]) {
    const tags = {};
    for (const [name, headers] of Object.entries(audiences)) {
      tags[name] = (await get(document, headers)).etag;
    }
    for (const [asking, headers] of Object.entries(audiences)) {
      for (const [owner, tag] of Object.entries(tags)) {
        const { status } = await get(document, { ...headers, "if-none-match": tag });
        assert.equal(status, asking === owner ? 304 : 200, `${asking} with the tag of ${owner}`);
      }
    }
  }
});

test("Headers that are not in Vary change no answer", async () => {
  const plain = await get(VIEWER);
  const tricks = {
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    "x-http-method-override": "POST",
    "x-original-url": "/imports",
    "x-rewrite-url": "/imports",
    "accept-language": "cy",
    "content-type": "application/json",
    cookie: "session=1",
    range: "bytes=0-4",
    "x-user": "operator",
    "cache-control": "no-cache",
    "if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT",
    "if-match": '"x"',
  };
  for (const [name, value] of Object.entries(tricks)) {
    const answer = await get(VIEWER, { [name]: value });
    assert.deepEqual([answer.status, answer.text, answer.etag], [200, plain.text, plain.etag], name);
  }
});

test("An Authorization header that is empty or of another scheme is not an anonymous caller's answer", async () => {
  for (const authorization of ["Basic cHN3OnBzdw==", "Bearer", "x"]) {
    const answer = await get(VIEWER, { authorization });
    assert.deepEqual([answer.status, answer.cache], [401, "no-store"], authorization);
  }
});
