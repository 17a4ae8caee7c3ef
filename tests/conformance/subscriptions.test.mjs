// Subscriptions as their own clients see them: npm graphql-ws and graphql-sse against the running server, and raw sockets
// where a client that keeps the protocol would not go. Waits are for what must come, never for time to pass; where the
// server's own limits are times (ping, init, slow consumer), the tests run side by side.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { createClient as createSseClient } from "graphql-sse";
import { createClient as createWsClient } from "graphql-ws";
import WebSocket from "ws";
import { EVERYTHING, query, startServer, tokenOf } from "./server.mjs";

const WAIT_SECONDS_MAX = 60;
const PROTOCOL = "graphql-transport-ws";
const CLOCK_SKEW_SECONDS = 120;
const OPERATIONS_MAX = 50;
const SUBJECT = "local:psw+approver+coordinator+chair+national-office+operator";
const MESSAGE_BYTES_MAX = 2 * 1024 * 1024;

let server;
let token;
before(async () => {
  server = await startServer();
  token = await tokenOf(server, ...EVERYTHING);
});
// A client that a failed test left open must not keep the run waiting.
const clients = new Set();
after(async () => {
  clients.forEach((client) => client.dispose());
  await server?.stop();
});

// ---------- what the tests do to the network ----------

/** A token that the development key signs, good until so many seconds from now; what queries accept a little longer. */
async function tokenGoodFor(seconds) {
  const key = await readFile(join(server.data, "keys", "development-signing.key"));
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: "urn:regional-network:development",
    aud: "urn:regional-network",
    sub: "local:short",
    grants: ["operator@service"],
    nbf: now - 600,
    iat: now - 600,
    exp: now + seconds - CLOCK_SKEW_SECONDS,
  };
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}`;
  return `${text}.${createHmac("sha256", key).update(text).digest("base64url")}`;
}

let commands = 0;
async function mutate(field, input, type = `${field[0].toUpperCase()}${field.slice(1)}Input`) {
  const { body } = await query(
    server.url,
    {
      query: `mutation ($input: ${type}!) { it: ${field}(input: $input) { position problems { code message } } }`,
      variables: { input: { commandId: `test-${commands++}`, ...input } },
    },
    { authorization: `Bearer ${token}` },
  );
  assert.equal(body.errors, undefined, JSON.stringify(body.errors));
  assert.deepEqual(body.data.it.problems, []);
  return body.data.it;
}

let workstreams = 0;
async function newWorkstream(extra = {}) {
  const code = `watched-${workstreams++}`;
  const input = { code, title: `Watched ${code}`, theme: "T01", startsOn: "2026-01-01", ...extra };
  await mutate("createWorkstream", input);
  const { position } = await mutate("changeWorkstreamAudience", { workstream: code, audience: "PUBLIC" });
  return { code, position };
}

const plan = (workstream, title) =>
  mutate("planPracticeEvent", { workstream, kind: "MEETING", title, date: "2026-12-01" });

const activity = (workstream, position, fields = "position") => ({
  query: `subscription ($w: String!, $a: String) { workstreamActivity(workstream: $w, after: $a) { ${fields} } }`,
  variables: { w: workstream, a: position },
});

// ---------- clients ----------

const wsUrl = (of = server) => `${of.url.replace("http", "ws")}/graphql`;

function wsClient(options = {}) {
  const client = createWsClient({ url: wsUrl(), webSocketImpl: WebSocket, retryAttempts: 0, lazyCloseTimeout: 0, ...options });
  clients.add(client);
  return client;
}

const sseClient = (headers = {}, of = server) => createSseClient({ url: `${of.url}/graphql`, headers, retryAttempts: 0 });

/** The first results of a subscription, which is then ended. */
async function take(client, request, count) {
  const results = [];
  for await (const result of client.iterate(request)) {
    results.push(result);
    if (results.length === count) {
      break;
    }
  }
  return results;
}

/** A raw socket that keeps what it receives. */
class Socket {
  messages = [];
  #waiting = [];

  constructor(of = server, protocol = PROTOCOL, options = {}) {
    this.ws = new WebSocket(wsUrl(of), protocol, options);
    this.opened = new Promise((resolve, reject) => {
      this.ws.once("open", resolve);
      this.ws.once("error", reject);
    });
    this.closed = new Promise((resolve) => {
      this.ws.once("close", (code, reason) => resolve({ code, reason: reason.toString() }));
    });
    this.ws.on("error", () => {});
    this.ws.on("message", (data) => {
      this.messages.push(JSON.parse(data));
      this.#waiting.splice(0).forEach((wake) => wake());
    });
  }

  static async initialised(payload) {
    const socket = new Socket();
    await socket.opened;
    socket.send({ type: "connection_init", payload });
    await socket.until((message) => message.type === "connection_ack");
    return socket;
  }

  send(message) {
    this.ws.send(typeof message === "string" ? message : JSON.stringify(message));
  }

  subscribe(id, payload) {
    this.send({ id, type: "subscribe", payload });
  }

  /** The first message, from the given one on, that fits. */
  async until(fits, from = 0) {
    const deadline = AbortSignal.timeout(WAIT_SECONDS_MAX * 1000);
    for (;;) {
      const found = this.messages.slice(from).find(fits);
      if (found) {
        return found;
      }
      await new Promise((resolve, reject) => {
        this.#waiting.push(resolve);
        deadline.addEventListener("abort", () => reject(new Error(`Got only ${JSON.stringify(this.messages)}`)));
        this.closed.then((end) => reject(new Error(`Closed with ${end.code} ${end.reason}`)));
      });
    }
  }

  end() {
    this.ws.terminate();
  }
}

async function streamOf(url, options) {
  const stop = new AbortController();
  const response = await fetch(url, { ...options, signal: stop.signal });
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  let text = "";
  return {
    response,
    stop: () => stop.abort(),
    async until(pattern) {
      while (!pattern.test(text)) {
        const { done, value } = await reader.read();
        if (done) {
          break;
        }
        text += decoder.decode(value, { stream: true });
      }
      assert.match(text, pattern);
      return text;
    },
  };
}

const eventStream = (request, headers = {}, of = server) =>
  streamOf(`${of.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "text/event-stream", ...headers },
    body: JSON.stringify(request),
  });

// ---------- what can be watched ----------

describe("What people watch", { concurrency: true }, () => {
  test("A workstream's changes arrive as they happen, each with its kind, its subject and its place", async () => {
    const { code, position } = await newWorkstream({ leadCouncil: "E08000031" });
    const fields = "position recordedAt kind role status code council { name } event { title } action { title } workstream { code }";
    const client = wsClient();
    const seen = take(client, activity(code, position, fields), 4);
    const status = await mutate("changeWorkstreamStatus", { workstream: code, status: "ACTIVE" });
    await mutate("addWorkstreamParticipant", { workstream: code, council: "E08000026", from: "2026-02-01" });
    await mutate("addWorkstreamAction", { workstream: code, title: "Train champions", owner: "E08000031" });
    await plan(code, "A meeting");
    const [first, joined, action, event] = (await seen).map((result) => result.data.workstreamActivity);
    assert.deepEqual(first, {
      position: status.position,
      recordedAt: first.recordedAt,
      kind: "STATUS_CHANGED",
      role: null,
      status: "ACTIVE",
      code: null,
      council: null,
      event: null,
      action: null,
      workstream: { code },
    });
    assert.deepEqual([joined.kind, joined.council.name, joined.role], ["PARTICIPANT_JOINED", "Coventry", "PARTICIPANT"]);
    assert.deepEqual([action.kind, action.council.name, action.action.title], ["ACTION_ADDED", "Wolverhampton", "Train champions"]);
    assert.deepEqual([event.kind, event.event.title], ["EVENT_PLANNED", "A meeting"]);
    await client.dispose();
  });

  test("Without `after` a subscription begins now", async () => {
    const { code } = await newWorkstream();
    const socket = await Socket.initialised();
    socket.subscribe("1", activity(code, null));
    // Messages of a socket are taken in order, but operations run side by side: the event is written until it is seen.
    let seen;
    const first = socket.until((message) => message.type === "next").then((message) => (seen = message));
    const positions = [];
    while (!seen) {
      positions.push((await plan(code, `Meeting ${positions.length}`)).position);
    }
    assert.ok(positions.includes((await first).payload.data.workstreamActivity.position));
    socket.end();
  });

  for (const [argument, value, code] of [
    ["workstream", '"no-such", after: "0"', "WORKSTREAM_NOT_FOUND"],
    ["workstream", '"west-midlands-anti-racist-practice", after: "now"', "POSITION_INVALID"],
    ["workstream", '"west-midlands-anti-racist-practice", after: "-1"', "POSITION_INVALID"],
    ["workstream", '"west-midlands-anti-racist-practice", after: "99999999999999999999"', "POSITION_INVALID"],
    ["workstream", '"west-midlands-anti-racist-practice", after: "999999999"', "POSITION_AHEAD"],
  ]) {
    test(`workstreamActivity(${argument}: ${value}) is refused with ${code}`, async () => {
      const client = wsClient();
      const errors = await take(client, { query: `subscription { workstreamActivity(${argument}: ${value}) { position } }` }).then(
        () => [],
        (errors) => errors,
      );
      assert.deepEqual(errors.map((error) => [error.extensions.code, error.path]), [[code, ["workstreamActivity"]]]);
      await client.dispose();
    });
  }
});

const FIGURES = `time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,synthetic_staff_count
2024,Reporting year,National,E92000001,England,,,,,,300
2024,Reporting year,Local authority,E92000001,England,E12000005,West Midlands,336,E08000031,Wolverhampton,100
2024,Reporting year,Local authority,E92000001,England,E12000005,West Midlands,331,E08000026,Coventry,200
2025,Reporting year,Local authority,E92000001,England,E12000005,West Midlands,336,E08000031,Wolverhampton,110
`;

async function importFigures(text, publication = "watched-figures") {
  const form = new FormData();
  form.set("data", new Blob([text]), `${publication}.csv`);
  form.set("publication", publication);
  const response = await fetch(`${server.url}/imports`, { method: "POST", body: form, headers: { authorization: `Bearer ${token}` } });
  const answer = await response.json();
  assert.equal(response.status, 200, JSON.stringify(answer));
  return answer;
}

test("Figures and rollups: what is watched live is what a later subscription is told, and neither twice", { timeout: WAIT_SECONDS_MAX * 1000 }, async () => {
  const indicator = "watched-figures.synthetic_staff_count";
  const figures = (position) => ({
    query: `subscription ($a: String) { figuresReceived(publication: "watched-figures", after: $a) {
      __typename position publication { code } ... on VintageReceived { vintage { number isCurrent } } } }`,
    variables: { a: position },
  });
  const rollups = (position, area = 'region: "E12000005"') => ({
    query: `subscription ($a: String) { rollupChanged(indicator: "${indicator}", ${area}, after: $a) {
      position vintage changed { area { code } period { code } value } withdrawn { code } } }`,
    variables: { a: position },
  });
  const { body } = await query(server.url, { query: "{ service { position } }" });
  const start = body.data.service.position;

  const client = wsClient();
  await importFigures(FIGURES);
  const live = take(client, figures(start), 3);
  const changes = take(client, rollups(start), 3);
  await importFigures(FIGURES.replace(",200\n", ",250\n"));
  await importFigures(FIGURES.replace(/^2025.*\n/m, ""));

  const received = (await live).map((result) => result.data.figuresReceived);
  assert.deepEqual(received.map((event) => [event.__typename, event.vintage.number]), [1, 2, 3].map((n) => ["VintageReceived", n]));
  assert.deepEqual((await take(client, figures(received[0].position), 2)).map((r) => r.data.figuresReceived.position), received.slice(1).map((event) => event.position));

  const told = (await changes).map((result) => result.data.rollupChanged);
  const shown = (change) => [change.vintage, change.changed.map((r) => [r.period.code, r.value]), change.withdrawn.map((p) => p.code)];
  assert.deepEqual(told.map(shown), [
    [1, [["2024", 300], ["2025", 110]], []],
    [2, [["2024", 350]], []],
    [3, [["2024", 300]], ["2025"]],
  ]);
  assert.deepEqual(told.map((change) => change.position), received.map((event) => event.position));
  assert.deepEqual((await take(client, rollups(told[1].position), 1)).map((r) => r.data.rollupChanged), [told[2]]);

  // A network's rollup follows its membership too: the one that was current when Coventry left, and not today's.
  const network = 'network: "west-midlands"';
  const before = (await take(client, rollups(start, network), 3)).map((r) => r.data.rollupChanged);
  await mutate("releaseCouncilFromNetwork", { network: "west-midlands", council: "E08000026", to: "2023-01-01" }, "ReleaseCouncilInput");
  const [left] = await take(client, rollups(before[2].position, network), 1);
  assert.deepEqual(shown(left.data.rollupChanged), [3, [["2024", 100]], []]);

  for (const [where, code] of [
    ['indicator: "no-such"', "INDICATOR_NOT_FOUND"],
    [`indicator: "${indicator}", region: "no-such"`, "REGION_NOT_FOUND"],
    [`indicator: "${indicator}", network: "no-such"`, "NETWORK_NOT_FOUND"],
    [`indicator: "${indicator}", region: "E12000005", network: "west-midlands"`, "AREA_AMBIGUOUS"],
  ]) {
    const errors = await take(client, { query: `subscription { rollupChanged(${where}) { position } }` }).then(() => [], (errors) => errors);
    assert.deepEqual(errors.map((error) => error.extensions.code), [code]);
  }
  await client.dispose();
});

test("Figures of a publication that nobody knows cannot be watched; those of one that is to come can", async () => {
  const watch = (publication) => ({ query: `subscription { figuresReceived(publication: "${publication}") { position } }` });
  const client = wsClient();
  for (const unknown of ["no-such", "", "CSWW"]) {
    const [error] = await take(client, watch(unknown)).then(() => [], (errors) => errors);
    assert.deepEqual([error.extensions.code, error.path], ["PUBLICATION_NOT_FOUND", ["figuresReceived"]]);
    assert.match(error.message, /Take the `code` of one that `publications` gives, or leave it out/);
  }
  const { body } = await query(server.url, { query: '{ publication(code: "csww") { code } service { position } }' });
  assert.equal(body.data.publication, null);
  const first = take(client, watch(`csww", after: "${body.data.service.position}`), 1);
  const position = (answer) => Number(answer.data.figuresReceived.position);
  await Promise.all([first, importFigures(FIGURES, "csww")]);
  assert.ok(position((await first)[0]) > Number(body.data.service.position));
  await client.dispose();
});

// ---------- resuming ----------

describe("A dropped connection resumes by position, with no event missed and none twice, while a writer goes on", { concurrency: true }, () => {
  const EVENTS = 300;
  const WRITERS = 4;

  async function write(code) {
    const positions = [];
    let next = 0;
    const writer = async () => {
      while (next < EVENTS) {
        positions.push(Number((await plan(code, `Meeting ${next++}`)).position));
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, writer));
    return positions.sort((one, other) => one - other);
  }

  async function follow(code, from, connect) {
    const seen = [];
    let position = from;
    let connections = 0;
    while (seen.length < EVENTS) {
      connections++;
      const drop = 1 + ((connections * 7) % 40);
      let taken = 0;
      await connect(activity(code, position), (result) => {
        position = result.data.workstreamActivity.position;
        seen.push(Number(position));
        return ++taken < drop && seen.length < EVENTS;
      });
    }
    return { seen, connections };
  }

  /** Kills the socket in the midst: what is on its way is lost, as with a network that fails. */
  async function overSocket(request, take) {
    const socket = await Socket.initialised();
    socket.subscribe("1", request);
    for (let from = 0; ; from++) {
      const message = await socket.until((m) => m.type === "next", from + 1);
      from = socket.messages.indexOf(message) - 1;
      if (!take(message.payload)) {
        break;
      }
    }
    socket.end();
    await socket.closed;
  }

  async function overEvents(request, take) {
    const client = sseClient();
    for await (const result of client.iterate(request)) {
      if (!take(result)) {
        break;
      }
    }
    client.dispose();
  }

  for (const [name, connect] of [["WebSocket", overSocket], ["server-sent events", overEvents]]) {
    test(`over ${name}`, async () => {
      const { code, position } = await newWorkstream();
      const [written, { seen, connections }] = await Promise.all([write(code), follow(code, position, connect)]);
      assert.equal(written.length >= EVENTS, true);
      assert.deepEqual(seen, written.slice(0, EVENTS));
      assert.ok(connections > 5, `${connections} connections`);
    });
  }
});

// ---------- graphql-transport-ws ----------

describe("graphql-transport-ws", { concurrency: true }, () => {
  const init = { type: "connection_init" };
  const ask = (id, text = "{ __typename }") => ({ id, type: "subscribe", payload: { query: text } });
  const watch = (id) => ask(id, 'subscription { workstreamActivity(workstream: "west-midlands-anti-racist-practice") { position } }');

  for (const [name, messages, code] of [
    ["an operation before the connection is initialised", [ask("1")], 4401],
    ["a second initialisation", [init, init], 4429],
    ["a token that is not valid", [{ ...init, payload: { authorization: "Bearer nonsense" } }], 4403],
    ["text that is not JSON", [init, "hello"], 4400],
    ["JSON that is no object", [init, "[]"], 4400],
    ["a type that is not known", [init, { type: "start" }], 4400],
    ["a message without type", [init, { id: "1" }], 4400],
    ["an operation without id", [init, { type: "subscribe", payload: { query: "{ __typename }" } }], 4400],
    ["an operation with an empty id", [init, ask("")], 4400],
    ["an operation with an id that is too long", [init, ask("i".repeat(129))], 4400],
    ["an operation without payload", [init, { id: "1", type: "subscribe" }], 4400],
    ["an operation without query", [init, { id: "1", type: "subscribe", payload: {} }], 4400],
    ["variables that are no object", [init, { id: "1", type: "subscribe", payload: { query: "{ a }", variables: [1] } }], 4400],
    ["a payload that is no object", [init, { type: "ping", payload: 1 }], 4400],
    ["half a surrogate pair", [init, '{"id":"\\ud800","type":"complete"}'], 4400],
    ["a message without end", [init, "[".repeat(100_000)], 4400],
    ["the id of an operation that runs", [init, watch("one"), watch("one")], 4409],
    ["a message that is too big", [init, JSON.stringify({ type: "pong", payload: { a: "x".repeat(MESSAGE_BYTES_MAX) } })], 1009],
  ]) {
    test(`${name} closes the socket with ${code}`, async () => {
      const socket = new Socket();
      await socket.opened;
      messages.forEach((message) => socket.send(message));
      const closed = await socket.closed;
      assert.equal(closed.code, code, closed.reason);
      assert.notEqual(closed.reason, "");
    });
  }

  test("Binary messages close the socket with 4400", async () => {
    const socket = await Socket.initialised();
    socket.ws.send(Buffer.from("{}"), { binary: true });
    assert.equal((await socket.closed).code, 4400);
  });

  test("A message may be as big as the limit", async () => {
    const socket = await Socket.initialised();
    const frame = JSON.stringify({ type: "ping", payload: { a: "" } });
    socket.send(frame.replace('""', `"${"x".repeat(MESSAGE_BYTES_MAX - frame.length)}"`));
    assert.equal((await socket.until((m) => m.type === "pong")).payload.a.length, MESSAGE_BYTES_MAX - frame.length);
    socket.end();
  });

  test("A client that does not introduce itself is closed with 4408", async () => {
    const socket = new Socket();
    assert.equal((await socket.closed).code, 4408);
  });

  test("A socket without this subprotocol is closed with 4406", async () => {
    assert.equal((await new Socket(server, []).closed).code, 4406);
    await assert.rejects(new Socket(server, "graphql-ws").opened, /no subprotocol/);
  });

  test("Pages of another site may not connect; those of the server and programs may", async () => {
    await assert.rejects(new Socket(server, PROTOCOL, { origin: "https://elsewhere.example" }).opened, /403/);
    await assert.rejects(new Socket(server, PROTOCOL, { origin: "null" }).opened, /403/);
    const own = new Socket(server, PROTOCOL, { origin: server.url });
    await own.opened;
    own.end();
  });

  test("Pings are answered with what came with them, also before the connection is initialised", async () => {
    const socket = new Socket();
    await socket.opened;
    socket.send({ type: "ping", payload: { mark: "é" } });
    assert.deepEqual(await socket.until((m) => m.type === "pong"), { type: "pong", payload: { mark: "é" } });
    socket.end();
  });

  test("An idle client is pinged, and stays when it answers", async () => {
    const socket = await Socket.initialised();
    socket.ws.on("message", (data) => JSON.parse(data).type === "ping" && socket.send({ type: "pong" }));
    await socket.until((m) => m.type === "ping");
    socket.send(ask("1"));
    assert.deepEqual((await socket.until((m) => m.type === "next")).payload, { data: { __typename: "Query" } });
    socket.end();
  });

  test("Queries and mutations are answered once and completed; the token of the first message says who asks", async () => {
    const client = wsClient({ connectionParams: { authorization: `Bearer ${token}` } });
    assert.deepEqual(await take(client, { query: "{ viewer { subject } }" }), [{ data: { viewer: { subject: SUBJECT } } }]);
    const { code } = await newWorkstream();
    const input = { commandId: "over-a-socket", workstream: code, status: "ACTIVE" };
    const [result] = await take(client, {
      query: "mutation ($input: ChangeWorkstreamStatusInput!) { changeWorkstreamStatus(input: $input) { workstream { status } } }",
      variables: { input },
    });
    assert.equal(result.data.changeWorkstreamStatus.workstream.status, "ACTIVE");
    await client.dispose();
  });

  test("The token may come in the header of the handshake", async () => {
    const socket = new Socket(server, PROTOCOL, { headers: { authorization: `Bearer ${token}` } });
    await socket.opened;
    socket.send(init);
    socket.send(ask("early")); // Right after the first message, without waiting for its answer.
    await socket.until((m) => m.type === "connection_ack");
    socket.send(ask("1", "{ viewer { subject } }"));
    assert.equal((await socket.until((m) => m.type === "next" && m.id === "1")).payload.data.viewer.subject, SUBJECT);
    socket.end();
  });

  test("A document that is not valid is an error of its operation, and the socket goes on", async () => {
    const socket = await Socket.initialised();
    socket.send(ask('a "quoted" id', "{ nonsense }"));
    const error = await socket.until((m) => m.type === "error");
    assert.equal(error.id, 'a "quoted" id');
    assert.match(error.payload[0].message, /Cannot query field "nonsense"/);
    socket.send(ask('a "quoted" id'));
    assert.equal((await socket.until((m) => m.type === "complete")).id, 'a "quoted" id');
    socket.end();
  });

  test("After `complete` nothing more comes for an operation, and its id is free", async () => {
    const { code, position } = await newWorkstream();
    const socket = await Socket.initialised();
    socket.subscribe("1", activity(code, position));
    await plan(code, "Before");
    await socket.until((m) => m.type === "next");
    socket.send({ id: "1", type: "complete" });
    socket.send({ id: "1", type: "complete" }); // Of an operation that is no more: ignored.
    socket.send({ type: "ping" });
    await socket.until((m) => m.type === "pong");
    await plan(code, "After");
    socket.send(ask("1"));
    await socket.until((m) => m.type === "complete");
    assert.deepEqual(socket.messages.filter((m) => m.type === "next").map((m) => Object.keys(m.payload.data)), [["workstreamActivity"], ["__typename"]]);
    socket.end();
  });

  test("A connection has as many operations as the limit, and the next one is refused until one ends", async () => {
    const socket = await Socket.initialised();
    for (let i = 0; i < OPERATIONS_MAX; i++) {
      socket.send(watch(`${i}`));
    }
    socket.send(ask("over"));
    const error = await socket.until((m) => m.type === "error");
    assert.deepEqual([error.id, error.payload[0].extensions.code], ["over", "LIMIT_EXCEEDED"]);
    assert.equal(socket.messages.filter((m) => m.type === "error").length, 1);
    socket.send({ id: "0", type: "complete" });
    for (let tries = 0; !socket.messages.some((m) => m.type === "next"); tries++) {
      const from = socket.messages.length;
      socket.send(ask(`again-${tries}`));
      await socket.until((m) => m.id === `again-${tries}`, from);
    }
    socket.end();
  });

  test("When the token expires the socket closes with 4403", async () => {
    const { code } = await newWorkstream();
    const socket = await Socket.initialised({ authorization: `Bearer ${await tokenGoodFor(3)}` });
    socket.subscribe("1", activity(code, null));
    const closed = await socket.closed;
    assert.equal(closed.code, 4403);
    assert.match(closed.reason, /token has expired/);
  });

  test("A consumer that takes nothing is told so with 4290, and resumes", async () => {
    const { code, position } = await newWorkstream({ aims: Array.from({ length: 10 }, (_, i) => `${i} ${"aim ".repeat(40)}`) });
    const events = 60;
    const positions = [];
    for (let i = 0; i < events; i++) {
      positions.push((await plan(code, `Meeting ${i}`)).position);
    }
    // Some 400 kB an event: more in all than the buffers between the two sides hold.
    const bulk = Array.from({ length: 240 }, (_, i) => `a${i}: aims`).join(" ");
    const socket = await Socket.initialised();
    socket.subscribe("1", activity(code, position, `position workstream { ${bulk} }`));
    await socket.until((m) => m.type === "next");
    socket.ws.pause();
    await new Promise((resolve) => setTimeout(resolve, 12_000)); // The server's patience is what is tested.
    socket.ws.resume();
    const closed = await socket.closed;
    assert.equal(closed.code, 4290, closed.reason);
    const seen = socket.messages.filter((m) => m.type === "next").map((m) => m.payload.data.workstreamActivity.position);
    assert.ok(seen.length < events, `${seen.length} events were taken`);
    const client = wsClient();
    const rest = await take(client, activity(code, seen.at(-1)), events - seen.length);
    assert.deepEqual([...seen, ...rest.map((result) => result.data.workstreamActivity.position)], positions);
    await client.dispose();
  });
});

// ---------- server-sent events ----------

describe("Server-sent events", { concurrency: true }, () => {
  test("A subscription without a stream is refused, and the refusal says how to subscribe", async () => {
    const request = activity("west-midlands-anti-racist-practice", null);
    const { status, body } = await query(server.url, request);
    assert.equal(status, 400);
    assert.equal(body.errors[0].extensions.code, "SUBSCRIPTION_NEEDS_STREAM");
    assert.match(body.errors[0].message, /graphql-transport-ws.*text\/event-stream/);
  });

  test("GET opens a stream as well", async () => {
    const { code, position } = await newWorkstream();
    const { position: next } = await plan(code, "A meeting");
    const text = `subscription { workstreamActivity(workstream: "${code}", after: "${position}") { position } }`;
    const stream = await streamOf(`${server.url}/graphql?query=${encodeURIComponent(text)}`, { headers: { accept: "text/event-stream" } });
    assert.equal(stream.response.headers.get("content-type"), "text/event-stream; charset=utf-8");
    assert.equal(stream.response.headers.get("cache-control"), "no-store");
    await stream.until(new RegExp(`^event: next\\ndata: \\{"data":\\{"workstreamActivity":\\{"position":"${next}"\\}\\}\\}\\n\\n$`));
    stream.stop();
  });

  test("Queries are answered once and completed; errors come as events", async () => {
    const answered = await eventStream({ query: "{ __typename }" });
    await answered.until(/^event: next\ndata: \{"data":\{"__typename":"Query"\}\}\n\nevent: complete\ndata: \n\n$/);
    const refused = await eventStream({ query: "{ nonsense }" });
    assert.equal(refused.response.status, 200);
    await refused.until(/^event: next\ndata: \{"errors":\[\{"message":"Cannot query field [^\n]*\n\nevent: complete\ndata: \n\n$/);
    const unknown = await eventStream(activity("no-such", null));
    await unknown.until(/"code":"WORKSTREAM_NOT_FOUND"[^\n]*\n\nevent: complete\ndata: \n\n$/);
  });

  test("A mutation by GET is refused as ever", async () => {
    const response = await fetch(`${server.url}/graphql?query=${encodeURIComponent("mutation { x: __typename }")}`, { headers: { accept: "text/event-stream" } });
    assert.equal(response.status, 405);
    await response.body.cancel();
  });

  test("An idle stream gets a comment", async () => {
    const { code } = await newWorkstream();
    const stream = await eventStream(activity(code, null));
    await stream.until(/^:\n\n/);
    stream.stop();
  });

  test("When the token expires the stream says so and completes", async () => {
    const { code } = await newWorkstream();
    const stream = await eventStream(activity(code, null), { authorization: `Bearer ${await tokenGoodFor(3)}` });
    await stream.until(/event: next\ndata: [^\n]*"code":"TOKEN_EXPIRED"[^\n]*\n\nevent: complete\ndata: \n\n$/);
  });

  test("A token that is not valid is refused before the stream begins", async () => {
    const { response, stop } = await eventStream(activity("x", null), { authorization: "Bearer nonsense" });
    assert.equal(response.status, 401);
    stop();
  });
});

test("A server that stops ends sockets with 1001 and streams with a reason", async () => {
  const other = await startServer();
  const socket = new Socket(other);
  await socket.opened;
  socket.send({ type: "connection_init" });
  await socket.until((m) => m.type === "connection_ack");
  socket.subscribe("1", activity("west-midlands-anti-racist-practice", null));
  const stream = await eventStream(activity("west-midlands-anti-racist-practice", "0"), {}, other);
  await stream.until(/event: next/);
  const [closed] = await Promise.all([socket.closed, stream.until(/"code":"SERVER_STOPPING"[^\n]*\n\nevent: complete\ndata: \n\n$/), other.stop()]);
  assert.equal(closed.code, 1001);
});
