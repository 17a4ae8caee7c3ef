// Our own attack on what callers may see and do. Every attempt is in the table that this file prints.
import assert from "node:assert/strict";
import { createHash, randomUUID } from "node:crypto";
import { after, before } from "node:test";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { attempt } from "./attempts.mjs";
import { as, fromElsewhere, tokenOfPerson } from "./people.mjs";
import { query, startServer, tokenOf } from "./server.mjs";

const [A, B, OUTSIDE] = ["E08000031", "E08000025", "E08000035"];
const NETWORK = "west-midlands";
const WAIT_MILLISECONDS = 20_000;
const ROUNDS = 200;
const CODES_A_MINUTE = 60;

let server;
const callers = {};
let priority;
const workstream = "penetration-hidden";

before(async () => {
  server = await startServer("--batching", "20", "--rate-limit", "off");
  // Makes the key.
  await tokenOf(server, "operator");
  const people = {
    pswOfA: [`psw@council:${A}`],
    approverOfA: [`approver@council:${A}`],
    pswOfB: [`psw@council:${B}`],
    officerOfB: [`data-officer@council:${B}`],
    outsider: [`psw@council:${OUTSIDE}`],
    coordinator: [`coordinator@network:${NETWORK}`],
    newcomer: [],
  };
  for (const [name, grants] of Object.entries(people)) {
    callers[name] = await tokenOfPerson(server, `test:${name}`, grants);
  }
  callers.nobody = null;
  priority = await declare("pswOfA", { council: A });
  const input = { commandId: randomUUID(), code: workstream, network: NETWORK, title: "Hidden", theme: "T01", startsOn: "2026-01-01" };
  const made = await ask("coordinator", "mutation ($input: CreateWorkstreamInput!) { createWorkstream(input: $input) { workstream { id } problems { code } } }", { input });
  assert.deepEqual(made.data.createWorkstream.problems, [], JSON.stringify(made));
});
after(() => server?.stop());

async function ask(caller, document, variables, headers = {}) {
  return (await send(caller, { query: document, variables }, headers)).body;
}

const send = (caller, body, headers = {}) => query(server.url, body, { ...as(callers[caller]), ...headers });

async function declare(caller, owner) {
  const input = { commandId: randomUUID(), owner, year: "2026-27", title: "Hidden from others", theme: "T01" };
  const { data } = await ask(caller, "mutation ($input: DeclarePriorityInput!) { declarePriority(input: $input) { priority { id } problems { code } } }", { input });
  assert.deepEqual(data.declarePriority.problems, []);
  return data.declarePriority.priority.id;
}

const positionOf = async () => (await ask("nobody", "{ service { position } }")).data.service.position;

/** Runs what must change nothing. */
async function unchanged(run) {
  const before = await positionOf();
  const result = await run();
  assert.equal(await positionOf(), before, "something was written");
  return result;
}

// 1. Guessing ids across councils.

const hiddenAndAbsent = () => ({
  Priority: [priority, priority.replace(/[^:]+$/, "priority-that-is-none")],
  Workstream: [`Workstream:${workstream}`, "Workstream:penetration-absent"],
});

/** The answer with the id that was asked for taken out: all that may differ between hidden and absent. */
const shapeOf = (answer, id) => JSON.stringify(answer).replaceAll(id, "ID").replaceAll(id.replace(/^\w+:/, ""), "KEY");

for (const caller of ["nobody", "newcomer", "pswOfB", "officerOfB", "outsider"]) {
  attempt("Guessed id", `node, nodes and _entities of another council's priority, as ${caller}`, async () => {
    const [hidden, absent] = hiddenAndAbsent().Priority;
    const document = "query ($id: ID!) { node(id: $id) { __typename id } nodes(ids: [$id, $id]) { id } }";
    const answers = [await ask(caller, document, { id: hidden }), await ask(caller, document, { id: absent })];
    assert.equal(shapeOf(answers[0], hidden), shapeOf(answers[1], absent));
    assert.deepEqual(answers[0].data.node, null);
    return "null, as for one that is none";
  });
}

for (const caller of ["nobody", "newcomer", "outsider"]) {
  attempt("Guessed id", `a network's workstream by node, by code, by entity and in lists, as ${caller}`, async () => {
    const document = `query ($id: ID!, $code: String!) {
      node(id: $id) { id } workstream(code: $code) { title } network(code: "${NETWORK}") { code }
      _entities(representations: [{ __typename: "Workstream", code: $code }]) { __typename }
      workstreams(first: 100) { nodes { code } totalCount } }`;
    const [hidden, absent] = hiddenAndAbsent().Workstream;
    const answers = [];
    for (const id of [hidden, absent]) {
      answers.push([await ask(caller, document, { id, code: id.slice("Workstream:".length) }), id]);
    }
    assert.equal(shapeOf(...answers[0]), shapeOf(...answers[1]));
    assert.ok(!JSON.stringify(answers[0][0]).includes(workstream));
    return "null, as for one that is none; in no list and no count";
  });
}

const MUTATIONS_OF_A_PRIORITY = {
  changePriorityStatus: ["ChangePriorityStatusInput", { status: "WITHDRAWN" }],
  changePriorityAudience: ["ChangePriorityAudienceInput", { audience: "PUBLIC" }],
  revisePriority: ["RevisePriorityInput", { title: "Taken over", theme: "T01" }],
};
for (const [field, [type, rest]] of Object.entries(MUTATIONS_OF_A_PRIORITY)) {
  attempt("Guessed id", `${field} of another council's priority, as its PSW`, () =>
    unchanged(async () => {
      const [hidden, absent] = hiddenAndAbsent().Priority;
      const document = `mutation ($input: ${type}!) { ${field}(input: $input) { priority { id title } problems { code message path } position } }`;
      const answers = [];
      for (const id of [hidden, absent]) {
        answers.push([await ask("pswOfB", document, { input: { commandId: randomUUID(), priority: id, ...rest } }), id]);
      }
      assert.equal(shapeOf(...answers[0]), shapeOf(...answers[1]));
      return answers[0][0].data[field].problems[0].code;
    }),
  );
}

attempt("Guessed id", "ids of every type that are almost ids", async () => {
  const { data } = await ask("nobody", '{ __type(name: "Node") { possibleTypes { name } } }');
  const types = data.__type.possibleTypes.map(({ name }) => name);
  const keys = ["", ":", "::", "../x", "\u0000", "' OR 1=1 --", "x".repeat(5000), "__proto__", "🏛", `Council:${A}:x`];
  const ids = types.flatMap((type) => keys.map((key) => `${type}:${key}`));
  for (const id of ids) {
    const answer = await ask("outsider", "query ($id: ID!) { node(id: $id) { id } }", { id });
    assert.deepEqual(answer, { data: { node: null } }, id);
  }
  return `null, ${ids.length} times`;
});

// 2. Slipping past directives.

const INPUT = () => `{commandId: "${randomUUID()}", owner: {council: "${A}"}, year: "2026-27", title: "Slipped through", theme: "T01"}`;
const FIELD = () => `declarePriority(input: ${INPUT()}) { priority { id } problems { code } }`;
const SLIPS = {
  "as it is": () => ({ query: `mutation { ${FIELD()} }` }),
  "under an alias": () => ({ query: `mutation { service: ${FIELD()} }` }),
  "in a fragment": () => ({ query: `mutation { ...F } fragment F on Mutation { ${FIELD()} }` }),
  "in fragments within fragments": () => ({ query: `mutation { ...F } fragment F on Mutation { ... { ...G } } fragment G on Mutation { ... on Mutation { x: ${FIELD()} } }` }),
  "with @include(if: true) and @skip(if: false)": () => ({ query: `mutation { ${FIELD().replace(" { p", " @include(if: true) @skip(if: false) { p")} }` }),
  "included by a variable": () => ({ query: `mutation ($yes: Boolean!) { ... @include(if: $yes) { ${FIELD()} } }`, variables: { yes: true } }),
  "as one of two operations": () => ({ query: `query Harmless { service { version } } mutation Harm { ${FIELD()} }`, operationName: "Harm" }),
  "with no operationName where there are two": () => ({ query: `query Harmless { service { version } } mutation Harm { ${FIELD()} }` }),
  "with an operationName that is none": () => ({ query: `query Harmless { service { version } } mutation Harm { ${FIELD()} }`, operationName: "harm" }),
  "as a field of a query": () => ({ query: `query { ${FIELD()} }` }),
  "as a field of a subscription": () => ({ query: `subscription { ${FIELD()} }` }),
  "as entity of a federation": () => ({ query: `query { _entities(representations: [{__typename: "Mutation"}]) { ... on Mutation { ${FIELD()} } } }` }),
  "in a batch behind a harmless query": () => [{ query: "{ service { version } }" }, { query: `mutation { ${FIELD()} }` }],
  "twenty times under aliases": () => ({ query: `mutation { ${Array.from({ length: 20 }, (_, i) => `a${i}: ${FIELD()}`).join(" ")} }` }),
};
for (const [how, body] of Object.entries(SLIPS)) {
  for (const caller of ["nobody", "officerOfB"]) {
    attempt("Directive", `a mutation ${how}, as ${caller}`, () =>
      unchanged(async () => {
        const { body: answer } = await send(caller, body());
        const last = Array.isArray(answer) ? answer.at(-1) : answer;
        assert.ok(last.errors?.length > 0, JSON.stringify(answer));
        assert.ok(!JSON.stringify(answer).includes("Priority:"));
        return last.errors[0].extensions?.code ?? "refused as a request";
      }),
    );
  }
}

attempt("Directive", "the stored document of a caller who may, by its hash, as nobody", async () => {
  const document = `mutation ($input: DeclarePriorityInput!) { declarePriority(input: $input) { priority { id } problems { code } } }`;
  const extensions = { persistedQuery: { version: 1, sha256Hash: createHash("sha256").update(document).digest("hex") } };
  const input = () => ({ commandId: randomUUID(), owner: { council: A }, year: "2027-28", title: "By hash", theme: "T01" });
  const stored = await send("pswOfA", { query: document, extensions, variables: { input: input() } });
  assert.deepEqual(stored.body.data?.declarePriority.problems, [], JSON.stringify(stored.body));
  return unchanged(async () => {
    const { body } = await send("nobody", { extensions, variables: { input: input() } });
    assert.ok(body.errors);
    return body.errors[0].extensions.code;
  });
});

attempt("Directive", "a mutation by GET, with the token of a caller who may", () =>
  unchanged(async () => {
    const response = await fetch(`${server.url}/graphql?${new URLSearchParams({ query: `mutation { ${FIELD()} }` })}`, { headers: as(callers.pswOfA) });
    await response.text();
    assert.equal(response.status, 405);
    return "405";
  }),
);

attempt("Directive", "a form post of another site, with the content types that need no preflight", () =>
  unchanged(async () => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]) {
      const response = await fetch(`${server.url}/graphql`, { method: "POST", headers: { "content-type": type, ...as(callers.pswOfA) }, body: JSON.stringify({ query: `mutation { ${FIELD()} }` }) });
      await response.text();
      assert.equal(response.status, 415, type);
    }
    return "415";
  }),
);

attempt("Directive", "fields that one may not see, by suggestions of wrong names", async () => {
  const asked = await ask("nobody", "{ viewr { subject } }");
  const asOperator = await ask("pswOfA", "{ viewr { subject } }");
  assert.deepEqual(asked, asOperator);
  return "the same suggestions for everybody";
});

attempt("Directive", "acting on behalf of somebody who gave no delegation", () =>
  unchanged(async () => {
    for (const principal of ["test:pswOfA", "test:approverOfA", "*", "person-0000000000000000"]) {
      const { declarePriority } = (await ask("outsider", `mutation { ${FIELD()} }`, undefined, { "on-behalf-of": principal })).data ?? {};
      assert.ok(!declarePriority || declarePriority.problems.length > 0);
      assert.equal(declarePriority?.priority ?? null, null);
    }
    return "not permitted";
  }),
);

// 3. Mass assignment.

const EXTRA = {
  "a status": { status: "APPROVED" },
  "an audience": { audience: "PUBLIC" },
  "an id": { id: "Priority:council:E08000031:mine" },
  "an actor": { actor: "test:approverOfA", grants: ["operator@service"] },
  ["__proto__"]: JSON.parse('{"__proto__": {"status": "APPROVED"}}'),
  "constructor": { constructor: { prototype: { status: "APPROVED" } } },
  "null for what must be": { title: null },
  "two owners": { owner: { council: A, network: NETWORK } },
  "an owner that is null": { owner: { council: null } },
  "an object for a text": { title: { $ne: "" } },
  "a list for a text": { theme: [["T01"]] },
};
for (const [what, extra] of Object.entries(EXTRA)) {
  attempt("Mass assignment", `${what} among the variables`, () =>
    unchanged(async () => {
      const base = { commandId: randomUUID(), owner: { council: A }, year: "2026-27", title: "Extra", theme: "T01" };
      const input = JSON.stringify(base).slice(0, -1) + "," + JSON.stringify(extra).slice(1);
      const text = `{"query": "mutation ($input: DeclarePriorityInput!) { declarePriority(input: $input) { priority { id } } }", "variables": {"input": ${input}}}`;
      const response = await fetch(`${server.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", accept: "application/graphql-response+json", ...as(callers.pswOfA) }, body: text });
      const body = await response.json();
      assert.ok(response.status === 400 && body.errors && !body.data, JSON.stringify(body));
      return body.errors[0].extensions?.code ?? "400";
    }),
  );
}

attempt("Mass assignment", "claims beside the request: actor, roles, __proto__ at its top", () =>
  unchanged(async () => {
    const text = '{"query": "{ viewer { subject } }", "actor": "x", "roles": ["operator"], "__proto__": {"authorization": "x"}, "context": {"subject": "test:pswOfA"}}';
    const response = await fetch(`${server.url}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body: text });
    const body = await response.json();
    assert.equal(body.data?.viewer ?? null, null);
    return "nobody still";
  }),
);

// 4. Caches between audiences.

const SEEN = `{ council(code: "${A}") { priorities(year: "2026-27") { id title } } workstreams(first: 50) { totalCount } viewer { subject } }`;

async function get(caller, parameters, headers = {}) {
  const response = await fetch(`${server.url}/graphql?${new URLSearchParams(parameters)}`, {
    headers: { accept: "application/graphql-response+json", ...as(callers[caller]), ...headers },
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

attempt("Cache", "one caller's entity tag sent by others", async () => {
  const regions = "{ regions { code } }";
  const tag = (await get("pswOfA", { query: regions })).headers.get("etag");
  for (const caller of ["nobody", "pswOfB", "outsider"]) {
    assert.equal((await get(caller, { query: regions }, { "if-none-match": tag })).status, 200, caller);
  }
  return "200 with an answer of their own";
});

attempt("Cache", `the same query by two councils and nobody, ${ROUNDS} times in turn and at once`, async () => {
  const names = ["pswOfA", "pswOfB", "nobody", "outsider"];
  const own = Object.fromEntries(await Promise.all(names.map(async (name) => [name, JSON.stringify(await ask(name, SEEN))])));
  assert.ok(own.pswOfA.includes(priority) && !own.pswOfB.includes(priority) && !own.nobody.includes(priority));
  for (let i = 0; i < ROUNDS; i++) {
    const name = names[i % names.length];
    assert.equal(JSON.stringify(await ask(name, SEEN)), own[name], `${name}, round ${i}`);
  }
  for (let i = 0; i < ROUNDS; i += 20) {
    const crowd = Array.from({ length: 20 }, (_, k) => names[(i + k * 3) % names.length]);
    await Promise.all(crowd.map(async (name) => assert.equal(JSON.stringify(await ask(name, SEEN)), own[name], name)));
  }
  return "each always got their own";
});

attempt("Cache", "a hash stored for another text, then asked for by others", async () => {
  const [good, bad] = ["{ regions { code } }", "{ regions { name } }"];
  const extensions = { persistedQuery: { version: 1, sha256Hash: createHash("sha256").update(good).digest("hex") } };
  const poisoned = await send("outsider", { query: bad, extensions });
  assert.ok(poisoned.body.errors);
  const asked = await send("nobody", { extensions });
  assert.equal(asked.body.errors[0].extensions.code, "PERSISTED_QUERY_NOT_FOUND");
  return "refused, and not stored";
});

attempt("Cache", "X-Forwarded-Host, Forwarded, X-Original-URL, X-HTTP-Method-Override", async () => {
  const plain = await get("nobody", { query: "{ regions { code } }" });
  const headers = { "x-forwarded-host": "evil.example", forwarded: "host=evil.example", "x-original-url": "/imports", "x-rewrite-url": "/imports", "x-http-method-override": "POST" };
  const odd = await get("nobody", { query: "{ regions { code } }" }, headers);
  assert.equal(odd.text, plain.text);
  assert.equal(odd.headers.get("etag"), plain.headers.get("etag"));
  assert.ok(!JSON.stringify([...odd.headers]).includes("evil"));
  return "ignored";
});

attempt("Cache", "a shared cache that keys by what Vary says", async () => {
  for (const caller of ["nobody", "pswOfA"]) {
    const { headers } = await get(caller, { query: SEEN });
    const vary = headers.get("vary").toLowerCase();
    assert.ok(vary.includes("authorization") && vary.includes("accept"), vary);
    assert.ok(caller === "nobody" || headers.get("cache-control").includes("private"));
  }
  return "Vary has Authorization; a holder's answer is private";
});

// 5. One-time codes, and a subscription after leaving.

const OFFER = "mutation ($input: OfferRoleInput!) { offerRole(input: $input) { oneTimeCode roleAssignment { code } problems { code message } } }";
const ACCEPT = "mutation ($input: AcceptRoleInput!) { acceptRole(input: $input) { roleAssignment { code status } problems { code } } }";
const END = "mutation ($input: EndRoleInput!) { endRole(input: $input) { problems { code message } } }";

async function offer() {
  const input = { commandId: randomUUID(), role: "PRINCIPAL_SOCIAL_WORKER", place: { kind: "COUNCIL", code: A } };
  const { data, errors } = await ask("approverOfA", OFFER, { input });
  assert.deepEqual(data?.offerRole.problems, [], JSON.stringify(errors));
  return data.offerRole;
}

const accept = (token, code, headers = {}) =>
  query(server.url, { query: ACCEPT, variables: { input: { commandId: randomUUID(), code } } }, { ...as(token), ...headers });

attempt("One-time code", "used by a second person, and a second time by the first", async () => {
  const { oneTimeCode } = await offer();
  const [first, second] = [await tokenOfPerson(server, "test:first"), await tokenOfPerson(server, "test:second")];
  assert.deepEqual((await accept(first, oneTimeCode)).body.data.acceptRole.problems, []);
  const { acceptRole } = (await accept(second, oneTimeCode)).body.data;
  assert.equal(acceptRole.roleAssignment, null);
  // For who has the role already it is the same command sent again.
  await unchanged(async () => assert.deepEqual((await accept(first, oneTimeCode)).body.data.acceptRole.problems, []));
  return `${acceptRole.problems[0].code}; nothing changed`;
});

attempt("One-time code", "two people at once", async () => {
  const { oneTimeCode } = await offer();
  const tokens = await Promise.all(["one", "two", "three", "four"].map((name) => tokenOfPerson(server, `test:race-${name}`)));
  const answers = await Promise.all(tokens.map((token) => accept(token, oneTimeCode)));
  const winners = answers.filter(({ body }) => body.data.acceptRole.roleAssignment);
  assert.equal(winners.length, 1);
  return "one has it";
});

attempt("One-time code", "guessed one by one", async () => {
  const [token, address] = [await tokenOfPerson(server, "test:guesser"), fromElsewhere()];
  let tries = 0;
  for (; tries < 2 * CODES_A_MINUTE; tries++) {
    const { status, body } = await accept(token, `guess-${tries}`, address);
    if (status === 429) {
      assert.equal(body.data.acceptRole.problems[0].code, "TOO_MANY_ATTEMPTS");
      break;
    }
    assert.equal(body.data.acceptRole.problems[0].code, "OFFER_CODE_INVALID");
  }
  assert.ok(tries >= CODES_A_MINUTE - 1 && tries < 2 * CODES_A_MINUTE, `${tries}`);
  // Even the right one must wait now, from this address and by this person.
  const { oneTimeCode } = await offer();
  assert.equal((await accept(token, oneTimeCode, fromElsewhere())).status, 429);
  assert.equal((await accept(await tokenOfPerson(server, "test:colleague"), oneTimeCode, address)).status, 429);
  assert.equal((await accept(await tokenOfPerson(server, "test:elsewhere"), oneTimeCode, fromElsewhere())).status, 200);
  return `429 after ${tries}`;
});

attempt("One-time code", "guessed by the batch, twenty to a document", async () => {
  const [token, address] = [await tokenOfPerson(server, "test:batch-guesser"), fromElsewhere()];
  const document = `mutation { ${Array.from({ length: 20 }, (_, i) => `a${i}: acceptRole(input: {commandId: "${randomUUID()}", code: "x${i}"}) { problems { code } }`).join(" ")} }`;
  const { status, body } = await query(server.url, Array.from({ length: 20 }, () => ({ query: document })), { ...as(token), ...address });
  const codes = body.flatMap(({ data }) => Object.values(data ?? {})).map(({ problems }) => problems[0].code);
  const tried = codes.filter((code) => code === "OFFER_CODE_INVALID").length;
  assert.ok(tried <= CODES_A_MINUTE + 2, `${tried} of ${codes.length} were looked at`);
  assert.equal(status, 429);
  return `${tried} of ${codes.length} looked at, then 429`;
});

attempt("Leaving", "a subscription that goes on after the role has ended", async () => {
  const leaver = await tokenOfPerson(server, "test:leaver");
  const { oneTimeCode, roleAssignment } = await offer();
  assert.deepEqual((await accept(leaver, oneTimeCode)).body.data.acceptRole.problems, []);
  const received = [];
  let ended = null;
  const client = createClient({ url: server.url.replace("http", "ws") + "/graphql", webSocketImpl: WebSocket, connectionParams: as(leaver), retryAttempts: 0 });
  const until = async (condition) => {
    const deadline = Date.now() + WAIT_MILLISECONDS;
    while (!condition()) {
      assert.ok(Date.now() < deadline, `waited in vain; received ${JSON.stringify(received)}, ended ${JSON.stringify(ended)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  // `after` lets nothing be missed between asking and listening.
  client.subscribe(
    { query: `subscription { workstreamActivity(workstream: "${workstream}", after: "0") { kind event { title } } }` },
    { next: (value) => received.push(value), error: (fault) => (ended = fault), complete: () => (ended ??= "complete") },
  );
  const plan = (title) =>
    ask("coordinator", "mutation ($input: PlanPracticeEventInput!) { planPracticeEvent(input: $input) { problems { code } } }", {
      input: { commandId: randomUUID(), workstream, kind: "MEETING", title, date: "2026-12-01" },
    });
  await plan("While in the role");
  await until(() => JSON.stringify(received).includes("While in the role"));
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const end = await ask("approverOfA", END, { input: { commandId: randomUUID(), assignment: roleAssignment.code, to: yesterday } });
  assert.deepEqual(end.data.endRole.problems, []);
  await plan("After the role");
  // Somebody who still may see it proves that the event was sent round.
  const witness = createClient({ url: server.url.replace("http", "ws") + "/graphql", webSocketImpl: WebSocket, connectionParams: as(callers.coordinator), retryAttempts: 0 });
  for await (const { data } of witness.iterate({ query: `subscription { workstreamActivity(workstream: "${workstream}", after: "0") { event { title } } }` })) {
    if (data?.workstreamActivity.event?.title === "After the role") {
      break;
    }
  }
  await until(() => ended !== null || received.some(({ errors }) => errors));
  assert.ok(!JSON.stringify(received).includes("After the role"), JSON.stringify(received));
  await Promise.all([client.dispose(), witness.dispose()]);
  return "nothing more came, and the subscription ended";
});

// 6. Tokens of our own issuer.

const NOW = () => Math.floor(Date.now() / 1000);
const TOKENS = {
  "another issuer": () => tokenOfPerson(server, "x", ["operator@service"], { iss: "https://login.microsoftonline.com/x/v2.0" }),
  "another audience": () => tokenOfPerson(server, "x", ["operator@service"], { aud: "api://other" }),
  "several audiences, ours not among them": () => tokenOfPerson(server, "x", ["operator@service"], { aud: ["a", "b"] }),
  "another key": () => tokenOfPerson(server, "x", ["operator@service"], {}, {}, Buffer.alloc(32, 1)),
  "another key that it names": () => tokenOfPerson(server, "x", ["operator@service"], {}, { kid: "../../dev/null" }, Buffer.alloc(32)),
  "an empty key by way of kid": () => tokenOfPerson(server, "x", ["operator@service"], {}, { kid: "/proc/sys/kernel/randomize_va_space" }, Buffer.from("2\n".padEnd(32))),
  "a longer hash than allowed": async () => (await tokenOfPerson(server, "x", ["operator@service"], {}, { alg: "HS512" }, Buffer.alloc(64, 2))),
  "no signature (alg none)": async () => `${Buffer.from('{"alg":"none"}').toString("base64url")}.${(await tokenOfPerson(server, "x", ["operator@service"])).split(".")[1]}.`,
  "an hour too late": () => tokenOfPerson(server, "x", ["operator@service"], { exp: NOW() - 3600, nbf: NOW() - 7200 }),
  "an hour too early": () => tokenOfPerson(server, "x", ["operator@service"], { nbf: NOW() + 3600 }),
  "no end": () => tokenOfPerson(server, "x", ["operator@service"], { exp: undefined }),
  "no subject": () => tokenOfPerson(server, undefined, ["operator@service"]),
  "critical headers that nobody knows": async () => { const [, payload, signature] = (await tokenOfPerson(server, "x", ["operator@service"])).split("."); return `${Buffer.from('{"alg":"HS256","crit":["b64"],"b64":false}').toString("base64url")}.${payload}.${signature}`; },
};
for (const [what, make] of Object.entries(TOKENS)) {
  attempt("Token", `signed here, with ${what}`, async () => {
    const { status, body } = await query(server.url, { query: "{ viewer { subject } }" }, { ...as(await make()), ...fromElsewhere() });
    assert.equal(status, 401, JSON.stringify(body));
    return "401";
  });
}

attempt("Token", "grants that are spelt wrong, or wider than any", async () => {
  const grants = ["operator", "OPERATOR@service", "operator@service/both", "psw@council:", "psw@council:*", "psw@network:west-midlands@service", "national-office@nation:x:y"];
  const token = await tokenOfPerson(server, "test:misspelt", grants);
  return unchanged(async () => {
    const { body } = await query(server.url, { query: `mutation { ${FIELD()} }` }, as(token));
    assert.ok(body.errors || body.data.declarePriority.problems.length > 0, JSON.stringify(body));
    return body.errors?.[0].extensions?.code ?? body.data.declarePriority.problems[0].code;
  });
});

attempt("Token", "guessed, from an address where somebody works", async () => {
  const address = fromElsewhere();
  const good = as(callers.pswOfB);
  assert.equal((await query(server.url, { query: "{ viewer { subject } }" }, { ...good, ...address })).status, 200);
  let tries = 0;
  let limited;
  for (; tries < 2 * CODES_A_MINUTE && !limited; tries++) {
    const response = await fetch(`${server.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", authorization: `Bearer guess-${tries}`, ...address }, body: '{"query":"{ viewer { subject } }"}' });
    await response.text();
    limited = response.status === 429 ? response : undefined;
  }
  assert.ok(limited && Number(limited.headers.get("retry-after")) >= 1, `${tries}`);
  assert.equal((await query(server.url, { query: "{ viewer { subject } }" }, { ...good, ...address })).status, 200);
  return `429 after ${tries - 1}; who was signed in goes on`;
});

// 7. Timing.

attempt("Timing", "of what is hidden and of what is not there", async () => {
  const [hidden, absent] = hiddenAndAbsent().Priority;
  const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
  const times = { hidden: [], absent: [] };
  for (let i = 0; i < 400; i++) {
    for (const [name, id] of [["hidden", hidden], ["absent", absent]]) {
      const start = process.hrtime.bigint();
      await ask("outsider", "query ($id: ID!) { node(id: $id) { id } }", { id });
      times[name].push(Number(process.hrtime.bigint() - start) / 1000);
    }
  }
  const [a, b] = [median(times.hidden), median(times.absent)];
  assert.ok(Math.max(a, b) < 10 * Math.min(a, b), "of another order of magnitude");
  return `medians ${a.toFixed(0)} and ${b.toFixed(0)} microseconds`;
});
