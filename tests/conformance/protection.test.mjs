// What keeps one caller from spending what belongs to all: cost limits, a budget for each caller with RateLimit headers, and
// answers that say what to do. https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { after, before, test } from "node:test";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { startServer, tokenOf } from "./server.mjs";

const UNITS_PER_MINUTE = 20_000;
const TRIVIAL = "{ service { version } }";
const COUNCILS = "{ councils { name region { name } } }";

let open;
let limited;
before(async () => {
  [open, limited] = await Promise.all([
    startServer("--rate-limit", "off"),
    startServer("--rate-limit", String(UNITS_PER_MINUTE)),
  ]);
});
after(() => Promise.all([open?.stop(), limited?.stop()]));

function ask(server, document, headers = {}) {
  return fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json", ...headers },
    body: JSON.stringify({ query: document }),
  });
}

// Each role has a subject of its own.
async function token(server, role) {
  return { authorization: `Bearer ${await tokenOf(server, role)}` };
}

const remaining = (response) => Number(/^"cost";r=(\d+);t=\d+$/.exec(response.headers.get("ratelimit"))[1]);

// Spends what is left of a caller's budget; gives the answer that refused.
async function spend(server, headers) {
  for (let i = 0; i < 100; i++) {
    const response = await ask(server, "{ councils { name region { name } priorities { title } } }", headers);
    if (response.status === 429) {
      return response;
    }
    await response.arrayBuffer();
  }
  assert.fail("The budget is never spent.");
}

test("the cost is in the answer for who asks, and only then", async () => {
  const silent = await (await ask(open, TRIVIAL)).json();
  assert.equal(silent.extensions, undefined);
  const response = await ask(open, TRIVIAL, { "graphql-cost": "report" });
  assert.deepEqual((await response.json()).extensions, { cost: { typeCost: 2, fieldCost: 1, units: 3, limit: 200000 } });
  assert.match(response.headers.get("vary"), /GraphQL-Cost/);
});

test("what people ask for every day is far below the limit", async () => {
  const profile = `{
    council(code: "336") { name region { name } priorities { title theme { title } } workstreams { title participants { council { name } } }
      series(indicator: "CSW-01") { points { period { code } figure { value status } } } }
    benchmark(indicator: "CSW-01", region: "E12000005") { rows { name councils { code } figure { value status } }
      region { value coverage { contributors missing { name } } } england { value } }
    everyone: councils { name region { name } series(indicator: "CSW-01") { points { period { code } figure { value } } } }
  }`;
  const answer = await (await ask(open, profile, { "graphql-cost": "report" })).json();
  assert.equal(answer.errors, undefined);
  assert.ok(answer.extensions.cost.units < 20_000, JSON.stringify(answer.extensions));
});

test("lists inside lists inside lists are refused before anything runs", async () => {
  const response = await ask(open, "{ councils { networks { members { council { networks { members { council { workstreams { participants { council { name } } } } } } } } } } }");
  assert.equal(response.status, 400);
  const { data, errors } = await response.json();
  assert.equal(data, undefined);
  assert.equal(errors[0].extensions.code, "COST_LIMIT");
  assert.match(errors[0].message, /can cost \d+ units and the limit is 200000\. Ask for shorter lists/);
});

test("without a rate limit there are no rate limit headers", async () => {
  const response = await ask(open, TRIVIAL);
  assert.equal(response.headers.get("ratelimit"), null);
  assert.equal(response.headers.get("ratelimit-policy"), null);
});

test("headers say the policy and what is left of it", async () => {
  const caller = await token(limited, "operator");
  const { units } = (await (await ask(open, COUNCILS, { "graphql-cost": "report" })).json()).extensions.cost;
  const first = await ask(limited, COUNCILS, caller);
  assert.equal(first.headers.get("ratelimit-policy"), `"cost";q=${UNITS_PER_MINUTE};qu="cost-units";w=60`);
  // Ten for the request, and for what it asks.
  const left = remaining(first);
  assert.ok(left < UNITS_PER_MINUTE && left >= UNITS_PER_MINUTE - 10 - units, `${left} after ${units}`);
});

test("a document that is refused costs its caller more than one that is known", async () => {
  const caller = await token(limited, "national-office");
  const response = await ask(limited, "{ unknown }", caller);
  assert.equal(response.status, 400);
  const left = remaining(response);
  assert.ok(left < UNITS_PER_MINUTE - 500 && left >= UNITS_PER_MINUTE - 1_010, String(left));
});

test("a spent budget is 429 with the time to wait, and other callers have theirs", async () => {
  const [greedy, other] = [await token(limited, "national-office"), await token(limited, "operator")];
  const refused = await spend(limited, greedy);
  const wait = Number(refused.headers.get("retry-after"));
  assert.ok(wait >= 1 && wait <= 60, String(wait));
  assert.equal(refused.headers.get("content-type"), "application/graphql-response+json; charset=utf-8");
  const { data, errors } = await refused.json();
  assert.equal(data, undefined);
  assert.equal(errors[0].extensions.code, "RATE_LIMITED");
  assert.match(errors[0].message, /20,000 cost units a minute.*Ask again in \d+ s/);
  assert.equal((await ask(limited, TRIVIAL, other)).status, 200);
});

test("anonymous callers are told apart by address, and only a proxy on this machine may say whose", async () => {
  assert.equal((await spend(limited, { "x-forwarded-for": "203.0.113.7" })).status, 429);
  // One address more in front is what a client adds to look like another; the proxy's own word comes last.
  assert.equal((await spend(limited, { "x-forwarded-for": "198.51.100.1, 203.0.113.7" })).status, 429);
  assert.equal((await ask(limited, TRIVIAL, { "x-forwarded-for": "203.0.113.8" })).status, 200);
});

test("a socket is no way round the limit: its operations pay from the same budget", async () => {
  const address = { "x-forwarded-for": "203.0.113.9" };
  class Forwarded extends WebSocket {
    constructor(url, protocols) {
      super(url, protocols, { headers: address });
    }
  }
  const client = createClient({ url: `${limited.url.replace("http", "ws")}/graphql`, webSocketImpl: Forwarded });
  const answer = (text) =>
    new Promise((resolve) => client.subscribe({ query: text }, { next: resolve, error: resolve, complete: () => {} }));
  let sent = 0;
  let last;
  do {
    last = await answer(COUNCILS);
    sent++;
  } while (last.data && sent < 200);
  await client.dispose();
  const [error] = last.errors ?? last;
  assert.equal(error.extensions.code, "RATE_LIMITED");
  assert.ok(sent > 2, `${sent} operations`);
  assert.equal((await ask(limited, COUNCILS, address)).status, 429);
});

test("an event that a subscription replays is paid for as a query for it would be", async () => {
  const address = { "x-forwarded-for": "203.0.113.10" };
  const workstream = "west-midlands-anti-racist-practice";
  const fields = "participants { council { name region { name } networks { code members { council { name } } } } }";
  const asQuery = await ask(open, `{ workstream(code: "${workstream}") { ${fields} } }`, { "graphql-cost": "report" });
  const { units } = (await asQuery.json()).extensions.cost;
  assert.ok(units > 8_000 && units < 9_900, `${units}: twice in a budget of ${UNITS_PER_MINUTE}, and not thrice`);

  const document = `subscription { workstreamActivity(workstream: "${workstream}", after: "0") { workstream { ${fields} } } }`;
  const stream = await ask(limited, document, { ...address, accept: "text/event-stream" });
  const reader = stream.body.pipeThrough(new TextDecoderStream()).getReader();
  assert.match((await reader.read()).value, /^event: next\ndata: \{"data":\{"workstreamActivity":/);
  // The subscription itself and its first event, less what has flowed in since; the second waits for the budget.
  const left = remaining(await ask(limited, TRIVIAL, address));
  assert.ok(left < UNITS_PER_MINUTE - 1.5 * units, String(left));
  await reader.cancel();
});

test("a rate limit that is none is refused when the server starts", () => {
  for (const wrong of ["none", "-1", "9999", "1e6"]) {
    const started = spawnSync("dotnet", [open.executable, "--rate-limit", wrong], { encoding: "utf8" });
    assert.equal(started.status, 1);
    assert.match(started.stderr, new RegExp(`'${wrong}' is no rate limit. Give off, or cost units a minute: 10000 or more.`));
  }
});

