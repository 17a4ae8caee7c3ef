// Our own attack on what comes over the wire: addresses, headers, the borders of requests, and uploads that mean to fill the
// memory. Every attempt is in the table that this file prints.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { connect } from "node:net";
import { after, before } from "node:test";
import { gzipSync } from "node:zlib";
import { attempt } from "./attempts.mjs";
import { as, fromElsewhere, tokenOfPerson } from "./people.mjs";
import { query, startServer, tokenOf } from "./server.mjs";

const QUESTION = '{"query":"{ regions { code } }"}';
const ANSWER_MILLISECONDS = 3_000;
const MEGABYTE = 1024 * 1024;
// What the process may take at its worst, with the largest upload that it accepts in memory.
const MEMORY_MEGABYTES_MAX = 1_800;
// Of the peak, from one half of many bombs to the next: what is kept would show.
const GROWTH_MAX = 1.15;

let server;
let operator;
let psw;
before(async () => {
  server = await startServer("--sample", "none", "--rate-limit", "off");
  operator = await tokenOf(server, "operator");
  psw = await tokenOfPerson(server, "test:psw", ["psw@council:E08000031"]);
});
after(() => server?.stop());

/** Sends bytes as they are and answers with all that came back until the server closed, or was silent. */
function raw(bytes, silence = ANSWER_MILLISECONDS) {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    let received = "";
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.setTimeout(silence, () => socket.destroy());
    socket.on("data", (chunk) => (received += chunk.toString("latin1")));
    socket.on("error", (fault) => (fault.code === "ECONNRESET" || fault.code === "EPIPE" ? null : reject(fault)));
    socket.on("close", () => resolve(received));
  });
}

const statusesOf = (received) => [...received.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map((found) => Number(found[1]));
const host = () => new URL(server.url).host;
const request = (path, headers = "") => `GET ${path} HTTP/1.1\r\nHost: ${host()}\r\nConnection: close\r\n${headers}\r\n`;

async function alive() {
  assert.equal((await query(server.url, JSON.parse(QUESTION))).status, 200);
}

// 1. Addresses of files.

const PATHS = [
  ...["/graphiql/..", "/graphiql/../keys/development-signing.key", "/graphiql/%2e%2e/journal.db", "/graphiql/..%2fjournal.db", "/graphiql/%2e%2e%2f%2e%2e%2fetc%2fpasswd"],
  ...["/graphiql/..%5c..%5cjournal.db", "/graphiql/page.js%00.html", "/graphiql/%00", "/graphiql//etc/passwd", "/graphiql/./page.js/../../journal.db", "//etc/passwd"],
  ...["/graphiql/%252e%252e/journal.db", "/graphiql/index.html/../../journal.db", "/graphiql/PAGE.JS", "/graphiql/page.js::$DATA", "/.git/config", "/journal.db"],
  ...["/graphiql/%c0%ae%c0%ae/journal.db", "/graphiql/%ff", "/imports/../journal.db", "\\..\\journal.db", "/graphiql/page.js;/../../x"],
];
for (const path of PATHS) {
  attempt("Path", JSON.stringify(path).slice(1, -1), async () => {
    const received = await raw(request(path));
    const [status] = statusesOf(received);
    assert.ok([400, 404, 405].includes(status), received);
    const key = await readFile(`${server.data}/keys/development-signing.key`, "latin1");
    assert.ok(!received.includes(key) && !received.includes("SQLite format") && !received.includes("root:"));
    return String(status);
  });
}

attempt("Path", "the whole address of another host", async () => {
  const received = await raw(`GET http://evil.example/graphiql/page.js HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`);
  assert.ok(!/location:/i.test(received));
  return `${statusesOf(received)[0]}, no redirect`;
});

// 2. Names in uploads.

async function upload(token, fileName, content, fields = {}, headers = {}) {
  const boundary = "attack";
  const parts = Object.entries(fields).map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  const head = `${parts.join("")}--${boundary}\r\nContent-Disposition: form-data; name="data"; filename="${fileName}"\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), Buffer.isBuffer(content) ? content : Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const response = await fetch(`${server.url}/imports`, {
    method: "POST",
    headers: { "content-type": `multipart/form-data; boundary=${boundary}`, ...as(token), ...headers },
    body,
  });
  const text = await response.text();
  return { status: response.status, text, headers: response.headers, codes: text ? (JSON.parse(text).faults ?? []).map(({ code }) => code) : [] };
}

const ROWS =
  "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,staff_count\n" +
  "2024,Reporting year,Local authority,E92000001,England,E12000005,West Midlands,330,E08000025,Birmingham,5\n";

const filesOf = async () => (await readdir(server.data, { recursive: true })).filter((name) => !/-(wal|shm|journal)$/.test(name)).sort();

const NAMES = ["../../../etc/cron.d/x.csv", "..\\\\..\\\\x.csv", "/etc/passwd", "C:\\\\Windows\\\\x.csv", "x.csv\u0000.exe", "x%0d%0aSet-Cookie: a=b.csv", "x.csv; name=evil", "con.csv", "x".repeat(4000) + ".csv", "<script>alert(1)</script>.csv", "=cmd|' /C calc'!A0.csv"];
for (const name of NAMES) {
  attempt("File name", JSON.stringify(name).slice(1, -1).slice(0, 60), async () => {
    const before = await filesOf();
    const { status, headers, text } = await upload(operator, name, ROWS);
    assert.ok(status < 500, text);
    assert.equal(headers.get("set-cookie"), null);
    assert.match(headers.get("content-type") ?? "application/json", /^application\/json/);
    assert.deepEqual(await filesOf(), before);
    return `${status}; no file of that name`;
  });
}

for (const publication of ["../x", "journal", "x\u0000y", "CSWW' --", "x".repeat(10_000), "__proto__"]) {
  attempt("Publication", JSON.stringify(publication).slice(1, 40), async () => {
    const { status, text } = await upload(operator, "x.csv", ROWS, { publication });
    assert.ok([200, 400, 422].includes(status), text);
    return String(status);
  });
}

attempt("Upload", "into a publication by a council's PSW, by nobody, and by a token that is none", async () => {
  const outcomes = [];
  for (const token of [psw, null, "made-up"]) {
    outcomes.push((await upload(token, "x.csv", ROWS, { publication: "csww" }, fromElsewhere())).status);
  }
  assert.deepEqual(outcomes, [403, 401, 401]);
  return outcomes.join(", ");
});

// 3. Bombs.

async function memory(peak = false) {
  const status = await readFile(`/proc/${server.pid}/status`, "utf8");
  return Math.round(Number(new RegExp(`^${peak ? "VmHWM" : "VmRSS"}:\\s+(\\d+) kB`, "m").exec(status)[1]) / 1024);
}

const heading = ROWS.split("\n")[0];
const BOMBS = {
  "a gzip of 100 MB of zeros, sent as gzip": [() => gzipSync(Buffer.alloc(100 * MEGABYTE)), { "content-encoding": "gzip" }],
  "a gzip of 100 MB of zeros, as the file": [() => gzipSync(Buffer.alloc(100 * MEGABYTE))],
  "a zip by its first bytes": [() => Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(MEGABYTE, 7)])],
  "40 MB of quotes": [() => Buffer.alloc(40 * MEGABYTE, '"')],
  "40 MB of one quoted cell that never ends": [() => Buffer.concat([Buffer.from(`${heading}\n"`), Buffer.alloc(40 * MEGABYTE, "x")])],
  "ten million columns": [() => Buffer.alloc(10_000_000, ",")],
  "ten million columns under a heading that is right": [() => Buffer.concat([Buffer.from(`${heading}\n`), Buffer.alloc(10_000_000, ",")])],
  "ten million empty lines": [() => Buffer.concat([Buffer.from(`${heading}\n`), Buffer.alloc(10_000_000, "\n")])],
  "a million short rows": [() => Buffer.concat([Buffer.from(`${heading}\n`), Buffer.alloc(2_000_000, "1\n")])],
  "40 MB of NUL": [() => Buffer.alloc(40 * MEGABYTE)],
  "40 MB of bytes that are no text": [() => Buffer.alloc(40 * MEGABYTE, 0xff)],
  "UTF-16 with 20 million characters": [() => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.alloc(40 * MEGABYTE, "a\u0000")])],
  "a file one byte larger than any": [() => Buffer.alloc(50 * MEGABYTE + 1, "1,")],
};
for (const [what, [make, headers]] of Object.entries(BOMBS)) {
  attempt("Bomb", what, async () => {
    const { status, codes } = await upload(operator, "bomb.csv", make(), {}, headers);
    assert.ok([400, 413, 415, 422].includes(status), `${status}`);
    await alive();
    const taken = await memory();
    assert.ok((await memory(true)) < MEMORY_MEGABYTES_MAX, `${await memory(true)} MB`);
    return `${status} ${[...new Set(codes)].slice(0, 2).join(", ")}; ${taken} MB`;
  });
}

attempt("Bomb", "forty megabytes of quotes, sixteen times over", async () => {
  const bomb = Buffer.alloc(40 * MEGABYTE, '"');
  const peaks = [];
  for (let i = 0; i < 16; i++) {
    assert.equal((await upload(operator, "bomb.csv", bomb)).status, 422);
    peaks.push(await memory(true));
  }
  const [half, end] = [peaks[7], peaks[15]];
  assert.ok(end < MEMORY_MEGABYTES_MAX && end < GROWTH_MAX * half, `${peaks.join(", ")} MB`);
  return `at most ${half} MB after eight, ${end} MB after sixteen`;
});

attempt("Bomb", "a form of ten thousand fields, one of 10 MB, and headers of parts without end", async () => {
  const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`f${i}`, "x"]));
  const outcomes = [(await upload(operator, "x.csv", ROWS, many)).status, (await upload(operator, "x.csv", ROWS, { publication: "x".repeat(10 * MEGABYTE) })).status];
  outcomes.push((await upload(operator, `x.csv"\r\nX-Y: ${"z".repeat(MEGABYTE)}`, ROWS)).status);
  assert.ok(outcomes.every((status) => status === 400 || status === 422), outcomes.join());
  return outcomes.join(", ");
});

attempt("Bomb", "a gzip of a query", async () => {
  const response = await fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", "content-encoding": "gzip" },
    body: gzipSync(Buffer.alloc(100 * MEGABYTE, " ")),
  });
  await response.text();
  assert.equal(response.status, 400);
  return "400: nothing is unpacked";
});

attempt("Bomb", "JSON of a hundred thousand levels, and of a million keys", async () => {
  const bodies = [`{"query":"{__typename}","variables":${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}}`, `{"query":"{__typename}","extensions":{${Array.from({ length: 100_000 }, (_, i) => `"k${i}":1`).join(",")}}}`];
  const outcomes = [];
  for (const body of bodies) {
    const response = await fetch(`${server.url}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body });
    await response.text();
    outcomes.push(response.status);
  }
  assert.equal(outcomes[0], 400);
  assert.ok(outcomes[1] < 500);
  await alive();
  return outcomes.join(", ");
});

// 4. Headers.

const INJECTIONS = {
  "X-Request-Id with an encoded line end": "X-Request-Id: a%0d%0aSet-Cookie: x=1\r\n",
  "X-Request-Id with a bare line feed": "X-Request-Id: a\nSet-Cookie: x=1\r\n",
  "X-Request-Id with a bare carriage return": "X-Request-Id: a\rSet-Cookie: x=1\r\n",
  "X-Request-Id with a quote and a tag": 'X-Request-Id: "><script>alert(1)</script>\r\n',
  "X-Request-Id that is longer than any": `X-Request-Id: ${"a".repeat(65)}\r\n`,
  "X-Request-Id twice": "X-Request-Id: one\r\nX-Request-Id: two\r\n",
  "On-Behalf-Of with a line end": "Authorization: Bearer x\r\nOn-Behalf-Of: a\nSet-Cookie: x=1\r\n",
  "Origin with a line end": "Origin: http://a\nAccess-Control-Allow-Origin: *\r\n",
  "a folded header": "X-Request-Id: a\r\n Set-Cookie: x=1\r\n",
};
for (const [what, header] of Object.entries(INJECTIONS)) {
  attempt("Header", what, async () => {
    const received = await raw(request("/graphql?query=%7B__typename%7D", header));
    const head = received.split("\r\n\r\n")[0];
    assert.ok(!/^set-cookie|^access-control/im.test(head), head);
    const id = /^x-request-id: (.*)$/im.exec(head)?.[1];
    assert.ok(id === undefined || /^[0-9a-f]{16}-[0-9a-f]{12}\r?$/.test(id), head);
    return `${statusesOf(received)[0]}; ${id ? "an id of our own" : "not read"}`;
  });
}

attempt("Header", "32 kB of one, and a thousand of them", async () => {
  const outcomes = [await raw(request("/graphql", `X-A: ${"a".repeat(40_000)}\r\n`)), await raw(request("/graphql", "X-A: a\r\n".repeat(1_000)))];
  assert.deepEqual(outcomes.map((received) => statusesOf(received)[0]), [431, 431]);
  return "431";
});

// 5. Where one request ends and the next begins.

const SMUGGLED = () => `GET /smuggled HTTP/1.1\r\nHost: ${host()}\r\n\r\n`;
const post = (headers, body) => `POST /graphql HTTP/1.1\r\nHost: ${host()}\r\nContent-Type: application/json\r\n${headers}\r\n${body}`;
const BORDERS = {
  "two Content-Lengths that differ": () => post(`Content-Length: ${QUESTION.length}\r\nContent-Length: 0\r\n`, QUESTION + SMUGGLED()),
  "a list of Content-Lengths": () => post(`Content-Length: ${QUESTION.length}, 0\r\n`, QUESTION + SMUGGLED()),
  "a negative Content-Length": () => post("Content-Length: -1\r\n", QUESTION),
  "a chunk's extension with a bare line feed": () => post("Transfer-Encoding: chunked\r\n", "1;a\nb\r\n{\r\n0\r\n\r\n" + SMUGGLED()),
  "lines that end in a bare line feed": () => post(`Content-Length: ${QUESTION.length}\r\n`, QUESTION).replaceAll("\r", ""),
  "a Content-Length in hexadecimal": () => post("Content-Length: 0x1f\r\n", QUESTION),
  "Transfer-Encoding in other letters that is none": () => post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n" + SMUGGLED()),
  "Transfer-Encoding: chunked, identity": () => post("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n" + SMUGGLED()),
  "a space before the colon": () => post("Transfer-Encoding : chunked\r\n", "0\r\n\r\n" + SMUGGLED()),
  "a chunk's size that is none": () => post("Transfer-Encoding: chunked\r\n", "zz\r\n" + SMUGGLED()),
  "a chunk's size beyond any": () => post("Transfer-Encoding: chunked\r\n", "ffffffffffffffff\r\n" + SMUGGLED()),
  "two Hosts": () => request("/graphql", "Host: evil.example\r\n"),
  "no Host": () => "GET /graphql HTTP/1.1\r\nConnection: close\r\n\r\n",
};
for (const [what, make] of Object.entries(BORDERS)) {
  attempt("Border", what, async () => {
    const received = await raw(make());
    const statuses = statusesOf(received);
    assert.ok(statuses.length === 1 && [400, 411, 413, 501].includes(statuses[0]), received);
    await alive();
    return `${statuses[0]} and closed`;
  });
}

attempt("Border", "Transfer-Encoding and Content-Length together", async () => {
  // RFC 9112, 6.3: the length counts for nothing, and the connection may not go on.
  const received = await raw(post(`Content-Length: 4\r\nTransfer-Encoding: chunked\r\n`, `${QUESTION.length.toString(16)}\r\n${QUESTION}\r\n0\r\n\r\n${SMUGGLED()}`));
  const statuses = statusesOf(received);
  assert.ok(statuses.length === 1 || !statuses.includes(200) || statuses[1] === 404, received);
  return `${statuses.join(", then ")}: chunks alone count`;
});

attempt("Border", "a Content-Length with a plus", async () => {
  // The web server takes it for the number that it is. No proxy can take it for another.
  const received = await raw(post(`Content-Length: +${QUESTION.length}\r\n`, QUESTION + SMUGGLED()));
  assert.ok([[400], [200, 404]].some((expected) => expected.join() === statusesOf(received).join()), received);
  return `${statusesOf(received).join(", then ")}: the number counts`;
});

attempt("Border", "fifty requests that never end", async () => {
  const endless = Array.from({ length: 50 }, () => raw("GET /graphql HTTP/1.1\r\nHost: x\r\nX-Slow: ", 1_000));
  await alive();
  assert.deepEqual(new Set(await Promise.all(endless)), new Set([""]));
  return "others are served meanwhile";
});
