// A round of returns as a council's data officer lives it: the template, faults with their places, the corrected table, another
// person's approval, the release, the round, and what the network's coordinator is told at each step.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { as, tokenOfPerson } from "./people.mjs";
import { query, startServer, tokenOf } from "./server.mjs";

const COUNCIL = "E08000031";
const NETWORK = "west-midlands";
const PERIOD = "202425-Q1";
const OF = `collection: "agency", council: "${COUNCIL}", period: "${PERIOD}"`;

let server;
const people = {};
let commands = 0;

before(async () => {
  server = await startServer("--sample", "none");
  // The first token makes the development key.
  await tokenOf(server, "operator");
  for (const [name, role, place] of [
    ["officer", "data-officer", `council:${COUNCIL}`],
    ["approver", "approver", `council:${COUNCIL}`],
    ["coordinator", "coordinator", `network:${NETWORK}`],
    ["stranger", "data-officer", "council:E08000026"],
    ["operator", "operator", "service"],
  ]) {
    people[name] = await tokenOfPerson(server, `returns-${name}`, [`${role}@${place}`]);
  }
  await change("operator", "foundNetwork", `code: "${NETWORK}", name: "West Midlands", scope: BOTH`, "network { code }");
  await change("coordinator", "admitCouncilToNetwork", `network: "${NETWORK}", council: "${COUNCIL}", from: "2020-04-01"`, "network { code }");
});
after(() => server?.stop());

/** What a mutation answers beside its problems, of which there are none. */
async function change(who, field, input, selection) {
  const document = `mutation { done: ${field}(input: { commandId: "returns-${++commands}", ${input} }) { ${selection} problems { code message } } }`;
  const { body } = await query(server.url, { query: document }, as(people[who]));
  assert.equal(body.errors, undefined, JSON.stringify(body.errors));
  const { problems, ...rest } = body.data.done;
  assert.deepEqual(problems, []);
  return rest;
}

async function progress(who = "coordinator") {
  const document = `{ network(code: "${NETWORK}") { returnsDue(collection: "agency", period: "${PERIOD}") { council { code } progress } } }`;
  const { body } = await query(server.url, { query: document }, as(people[who]));
  return body.data.network.returnsDue.map((due) => `${due.council.code} ${due.progress}`);
}

async function template(who) {
  const address = `${server.url}/returns/agency/template.csv?council=${COUNCIL}&period=${PERIOD}&prefill=last`;
  const response = await fetch(address, { headers: as(people[who]) });
  assert.equal(response.status, 200);
  assert.match(response.headers.get("content-disposition"), /filename="agency-202425-Q1\.csv"/);
  return response.text();
}

async function send(who, table, more = {}) {
  const form = new FormData();
  form.append("data", new Blob([table]), "agency.csv");
  for (const [name, value] of Object.entries({ council: COUNCIL, period: PERIOD, ...more })) {
    form.append(name, value);
  }
  const response = await fetch(`${server.url}/returns/agency`, { method: "POST", headers: as(people[who]), body: form });
  return { status: response.status, body: await response.json() };
}

/** The template with a number in each cell: a job type has 4 of everything, and the total is their sum. */
function filledIn(text) {
  const [heading, ...rows] = text.replace(/^\uFEFF/, "").trimEnd().split("\r\n").map((line) => line.split(","));
  const [item, spend] = [heading.indexOf("job_type"), heading.indexOf("social_work_spend")];
  const filled = rows.map((row) => {
    const isTotal = row[item] === "Total";
    return row.map((cell, column) => (column <= item ? cell : column === spend ? (isTotal ? "900" : "z") : isTotal ? "20" : "4"));
  });
  return { heading, rows: filled, write: () => [heading, ...filled].map((row) => row.join(",")).join("\r\n") + "\r\n" };
}

test("From the template to the round", async (t) => {
  const table = filledIn(await template("officer"));
  const at = (column) => table.heading.indexOf(column);

  await t.test("Planted faults are named, each by row and column, and nothing is entered", async () => {
    const faulty = filledIn(table.write());
    faulty.rows[1][at("assignments")] = "four";
    faulty.rows[2][at("agency_fte")] = "";
    faulty.rows[3][at("new_la_code")] = "E08000026";
    const { status, body } = await send("officer", faulty.write(), { submit: "true" });
    assert.equal(status, 422);
    assert.equal(body.draft, null);
    assert.deepEqual(
      body.faults.map(({ row, column, code }) => `${row} ${column} ${code}`),
      ["3 assignments FIGURE_NOT_A_NUMBER", "4 agency_fte FIGURE_BLANK", "5 new_la_code COUNCIL_WRONG"],
    );
    assert.deepEqual(await progress(), [`${COUNCIL} NOT_SUBMITTED`]);
  });

  await t.test("Another council's people cannot send it, whatever it is", async () => {
    const refused = await send("stranger", table.write());
    assert.equal(refused.status, 403);
    assert.deepEqual(await send("stranger", "nonsense"), refused);
    assert.equal((await send(undefined, table.write())).status, 401);
  });

  await t.test("A draft is nobody's business; handed in, the coordinator is told of it", async () => {
    const { status, body } = await send("officer", table.write());
    assert.deepEqual([status, body.draft, body.submitted, body.warnings], [200, 1, false, []]);
    assert.deepEqual(await progress(), [`${COUNCIL} NOT_SUBMITTED`]);
    const { return: submitted } = await change("officer", "submitReturn", OF, "return { status }");
    assert.equal(submitted.status, "SUBMITTED");
    assert.deepEqual(await progress(), [`${COUNCIL} SUBMITTED`]);
    assert.deepEqual(await progress("stranger"), []);
    assert.equal(await template("stranger"), await template(undefined));
  });

  await t.test("Another person approves, the council releases, and the round has it", async () => {
    await change("approver", "approveReturn", `${OF}, draft: 1`, "return { status }");
    assert.deepEqual(await progress(), [`${COUNCIL} APPROVED`]);
    await change("approver", "releaseReturn", `${OF}, level: NETWORK`, "return { status }");
    const { round } = await change("coordinator", "compileReturnRound", `collection: "agency", period: "${PERIOD}"`, "round { number returns }");
    assert.deepEqual(round, { number: 1, returns: 1 });
    assert.deepEqual(await progress(), [`${COUNCIL} RELEASED`]);
  });

  await t.test("The council sees who did what", async () => {
    const document = `{ council(code: "${COUNCIL}") { changes { nodes { by event } } } }`;
    const { body } = await query(server.url, { query: document }, as(people.officer));
    assert.deepEqual(
      body.data.council.changes.nodes.map(({ by, event }) => `${by} ${event.split(".")[1]}`),
      ["returns-officer entered", "returns-officer submitted", "returns-approver approved", "returns-approver released"],
    );
  });
});
