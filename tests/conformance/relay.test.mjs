// Relay: its compiler accepts our schema with fragments that page, and the operations that it makes give every item once while
// others are added.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { randomInt, randomUUID } from "node:crypto";
import { cp, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { EVERYTHING, importFigures, query, root, startServer, tokenOf } from "./server.mjs";

const PAGE_MAX = 100;
const PAGE_DEFAULT = 20;
const IDS_MAX = 100;
const AT_START = 25;
const LEAD = "E08000031";
const conformance = join(root, "tests/conformance");
const seed = Number(process.env.SEED ?? randomInt(2 ** 31));

let server, folder, compiled, headers;
before(async () => {
  console.log(`SEED=${seed}`);
  server = await startServer("--sample", "none");
  headers = { authorization: `Bearer ${await tokenOf(server, ...EVERYTHING)}` };
  folder = await mkdtemp(join(tmpdir(), "regional-network-relay-"));
  compiled = await compile();
});
after(async () => {
  await server?.stop();
  await rm(folder ?? "", { recursive: true, force: true });
});

async function compile() {
  const { body } = await query(server.url, { query: "{ _service { sdl } }" });
  await writeFile(join(folder, "schema.graphql"), body.data._service.sdl);
  const config = { src: "src", schema: "schema.graphql", language: "javascript", eagerEsModules: false };
  await writeFile(join(folder, "relay.config.json"), JSON.stringify(config));
  await cp(join(conformance, "relay"), join(folder, "src"), { recursive: true });
  await symlink(join(conformance, "node_modules"), join(folder, "node_modules"));
  const compiler = join(conformance, "node_modules/relay-compiler/cli.js");
  return promisify(execFile)(process.execPath, [compiler], { cwd: folder }).catch((failure) => failure);
}

/** The text of an operation that relay-compiler made. */
const operation = (name) => createRequire(join(folder, "x.js"))(`./src/__generated__/${name}.graphql.js`).params.text;

const send = async (text, variables) => (await query(server.url, { query: text, variables }, headers)).body;

async function ask(text, variables) {
  const { data, errors } = await send(text, variables);
  assert.equal(errors, undefined, JSON.stringify(errors));
  return data;
}

async function change(field, input) {
  const type = field[0].toUpperCase() + field.slice(1) + "Input";
  const text = `mutation($input: ${type}!) { ${field}(input: $input) { problems { message } } }`;
  const data = await ask(text, { input: { commandId: randomUUID(), ...input } });
  assert.deepEqual(data[field].problems, []);
}

const code = (title) => title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
const create = (title, theme) =>
  change("createWorkstream", { code: code(title), title, theme, leadCouncil: LEAD, startsOn: "2024-01-01" });

/** Numbers from 0 to 1, the same for the same seed: https://en.wikipedia.org/wiki/Linear_congruential_generator */
function numbers(start) {
  let state = start >>> 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

test("relay-compiler accepts the schema with fragments that page", async () => {
  assert.equal(compiled.code, undefined, `${compiled.stdout}${compiled.stderr}`);
  const made = (await readdir(join(folder, "src/__generated__"))).map((name) => name.replace(".graphql.js", ""));
  assert.deepEqual(made.sort(), [
    "CouncilCreateWorkstreamMutation",
    "CouncilPageQuery",
    "CouncilPrioritiesPaginationQuery",
    "CouncilWorkstreamsPaginationQuery",
    "Council_priorities",
    "Council_workstreams",
    "WorkstreamEventsPaginationQuery",
    "WorkstreamsPageQuery",
    "WorkstreamsPaginationQuery",
    "Workstreams_query",
    "Workstreams_workstream",
  ]);
});

for (const [direction, read] of [
  ["forward", readForward],
  ["backward", readBackward],
]) {
  test(`Paging ${direction} gives each item once while others are added`, async () => {
    const random = numbers(seed);
    const title = () => `${direction} ${Math.floor(random() * 2 ** 32).toString(36)}`;
    const there = Array.from({ length: AT_START }, title);
    for (const each of there) {
      await create(each, "T02");
    }

    const seen = await read(random, () => create(title(), "T02"));
    assert.deepEqual(
      seen.filter((each) => there.includes(each)).sort(),
      there.toSorted(),
    );
    assert.equal(new Set(seen).size, seen.length);
  });
}

/** As Relay does it: the operation of the refetchable fragment, with the cursor that the last page gave. */
async function readForward(random, add) {
  const seen = [];
  for (let cursor = null, more = true; more; ) {
    const { workstreams } = await ask(operation("WorkstreamsPaginationQuery"), { count: 1 + Math.floor(random() * 7), cursor });
    const titles = workstreams.edges.map((edge) => edge.node.title).filter((each) => each.startsWith("forward"));
    seen.push(...titles);
    ({ endCursor: cursor, hasNextPage: more } = workstreams.pageInfo);
    await add();
  }
  assert.deepEqual(seen, seen.toSorted());
  return seen;
}

async function readBackward(random, add) {
  const id = `Council:${LEAD}`;
  const seen = [];
  for (let before = null, more = true; more; ) {
    const variables = { id, last: 1 + Math.floor(random() * 7), before };
    const { node } = await ask(operation("CouncilWorkstreamsPaginationQuery"), variables);
    const { edges, pageInfo } = node.workstreamsConnection;
    seen.unshift(...edges.map((edge) => edge.node.title).filter((each) => each.startsWith("backward")));
    ({ startCursor: before, hasPreviousPage: more } = pageInfo);
    await add();
  }
  assert.deepEqual(seen, seen.toSorted());
  return seen;
}

const PAGE = `query($first: Int, $after: String, $last: Int, $before: String) {
  theme(code: "T03") {
    workstreams(first: $first, after: $after, last: $last, before: $before) {
      totalCount nodes { title } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
}`;
const page = async (variables) => (await ask(PAGE, variables)).theme.workstreams;
const titles = (connection) => connection.nodes.map((node) => node.title);

test("A page says what is before and behind it", async () => {
  for (const title of ["Alpha", "Bravo", "Charlie", "Delta", "Echo"]) {
    await create(title, "T03");
  }

  const all = await page({});
  assert.deepEqual(titles(all), ["Alpha", "Bravo", "Charlie", "Delta", "Echo"]);
  assert.equal(all.totalCount, 5);
  const [a, b, c, d, e] = all.edges.map((edge) => edge.cursor);
  const pages = [
    [{ first: 2 }, ["Alpha", "Bravo"], true, false, a, b],
    [{ last: 2 }, ["Delta", "Echo"], false, true, d, e],
    [{ first: 2, after: b }, ["Charlie", "Delta"], true, true, c, d],
    [{ last: 2, before: d }, ["Bravo", "Charlie"], true, true, b, c],
    [{ first: 9, after: a, before: d }, ["Bravo", "Charlie"], true, true, b, c],
    [{ last: 1, after: a, before: d }, ["Charlie"], true, true, c, c],
    [{ first: 5 }, ["Alpha", "Bravo", "Charlie", "Delta", "Echo"], false, false, a, e],
    [{ first: 1, after: e }, [], false, true, null, null],
    [{ last: 1, before: a }, [], true, false, null, null],
    [{ first: 3, after: d, before: b }, [], true, true, null, null],
    [{ first: 0 }, [], true, false, null, null],
  ];
  for (const [variables, expected, hasNextPage, hasPreviousPage, startCursor, endCursor] of pages) {
    const given = await page(variables);
    assert.deepEqual(titles(given), expected, JSON.stringify(variables));
    assert.deepEqual(given.pageInfo, { hasNextPage, hasPreviousPage, startCursor, endCursor }, JSON.stringify(variables));
  }
});

test("Every other list with pages gives its items in the order that the schema states", async () => {
  for (const year of ["2023-24", "2024-25"]) {
    for (const title of ["P1", "P2"]) {
      await change("declarePriority", { owner: { council: LEAD }, year, title: `${title} of ${year}`, theme: "T01" });
    }
  }
  for (const [date, title] of [["2025-03", "E2"], ["2024-05-02", "E1"], ["2025-03-02", "E3"]]) {
    await change("planPracticeEvent", { workstream: "alpha", kind: "WORKSHOP", date, title });
  }
  for (const title of ["Zulu", "Mike", "Alpha", "Tango"]) {
    await change("addWorkstreamAction", { workstream: "alpha", owner: LEAD, title });
  }

  for (const file of ["staff.csv", "agency.csv", "caseload.csv"]) {
    await importFigures(server, file);
  }

  const council = `council(code: "${LEAD}")`;
  const workstream = 'workstream(code: "alpha")';
  for (const [parent, field, expected] of [
    [council, "prioritiesConnection", ["P1 of 2024-25", "P2 of 2024-25", "P1 of 2023-24", "P2 of 2023-24"]],
    [workstream, "eventsConnection", ["E1", "E2", "E3"]],
    [workstream, "actionsConnection", ["Zulu", "Mike", "Alpha", "Tango"]],
    [null, "publicationsConnection", ["Agency", "Caseload", "Staff"]],
  ]) {
    const list = (where) => `list: ${field}(${where}) { totalCount edges { cursor node { title } } }`;
    const read = async (where) => {
      const data = await ask(parent ? `{ parent: ${parent} { ${list(where)} } }` : `{ ${list(where)} }`);
      return (data.parent ?? data).list;
    };
    const { totalCount, edges } = await read("first: 10");
    assert.equal(totalCount, expected.length);
    assert.deepEqual(edges.map((edge) => edge.node.title), expected);
    for (const [place, { cursor }] of edges.entries()) {
      const behind = await read(`first: 1, after: "${cursor}"`);
      const ahead = await read(`last: 1, before: "${cursor}"`);
      assert.equal(behind.edges[0]?.node.title, expected[place + 1]);
      assert.equal(ahead.edges[0]?.node.title, expected[place - 1]);
    }
  }
});

test("Arguments that name no page are refused", async () => {
  const cursor = (await page({ first: 1 })).pageInfo.endCursor;
  const { council } = await ask(`{ council(code: "${LEAD}") { prioritiesConnection(first: 1) { pageInfo { endCursor } } } }`);
  const foreign = council.prioritiesConnection.pageInfo.endCursor;
  const refused = [
    [{ first: 1, last: 1 }, "PAGE_DIRECTION_INVALID"],
    [{ first: -1 }, "PAGE_SIZE_INVALID"],
    [{ last: -1 }, "PAGE_SIZE_INVALID"],
    [{ first: PAGE_MAX + 1 }, "PAGE_SIZE_INVALID"],
    [{ last: PAGE_MAX + 1 }, "PAGE_SIZE_INVALID"],
    [{ after: "" }, "CURSOR_INVALID"],
    [{ after: "*" }, "CURSOR_INVALID"],
    [{ after: "5" }, "CURSOR_INVALID"],
    [{ after: cursor.slice(0, -4) + "____" }, "CURSOR_INVALID"],
    [{ after: foreign }, "CURSOR_INVALID"],
    [{ before: foreign }, "CURSOR_INVALID"],
    [{ before: "A".repeat(100_000) }, "CURSOR_INVALID"],
  ];
  for (const [variables, expected] of refused) {
    const { data, errors } = await send(PAGE, variables);
    assert.deepEqual(errors?.map((error) => error.extensions.code), [expected], JSON.stringify(variables));
    assert.deepEqual(errors[0].path, ["theme", "workstreams"]);
    assert.deepEqual(data, { theme: null });
  }
});

test("A page has 20 items unless asked, and up to 100", async () => {
  for (let i = 0; i < PAGE_MAX + 1; i++) {
    await create(`Many ${i}`, "T04");
  }

  const read = async (variables) => (await ask(PAGE.replace("T03", "T04"), variables)).theme.workstreams;
  assert.equal((await read({})).nodes.length, PAGE_DEFAULT);
  assert.equal((await read({ first: PAGE_MAX })).nodes.length, PAGE_MAX);
  const last = await read({ last: PAGE_MAX });
  assert.equal(last.nodes.length, PAGE_MAX);
  assert.equal(last.pageInfo.hasPreviousPage, true);
});

test("The longest title makes a cursor that is taken back", async () => {
  const title = "€".repeat(200);
  await change("createWorkstream", { code: "x".repeat(64), title, theme: "T05", leadCouncil: LEAD, startsOn: "2024-01-01" });
  const read = async (variables) => (await ask(PAGE.replace("T03", "T05"), variables)).theme.workstreams;
  const { pageInfo } = await read({ first: 1 });
  assert.deepEqual((await read({ first: 1, after: pageInfo.endCursor })).nodes, []);
});

test("Objects are found by their ids, each in its place", async () => {
  const NODES = "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }";
  const ids = ["Theme:T01", "Council:none", `Council:${LEAD}`, "nothing", "Workstream:alpha", "Council:336"];
  const { nodes } = await ask(NODES, { ids });
  assert.deepEqual(nodes.map((node) => node?.id), ["Theme:T01", undefined, `Council:${LEAD}`, undefined, "Workstream:alpha", undefined]);
  assert.equal((await ask(NODES, { ids: Array(IDS_MAX).fill(ids[0]) })).nodes.length, IDS_MAX);
  const refused = await send(NODES, { ids: Array(IDS_MAX + 1).fill(ids[0]) });
  assert.deepEqual(refused.errors.map((error) => error.extensions.code), ["TOO_MANY_IDS"]);
});
