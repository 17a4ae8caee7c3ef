// The API as a subgraph of Apollo Federation 2: composed with a council's own service, and asked through a gateway.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { composeServices } from "@apollo/composition";
import { ApolloGateway, RemoteGraphQLDataSource } from "@apollo/gateway";
import { parse } from "graphql";
import { startCouncilService, typeDefs } from "./federation/council-service.mjs";
import { importFigures, query, startServer, tokenOf } from "./server.mjs";

const REFERENCES_MAX = 1000;
const ENTITIES = `query($representations: [_Any!]!) {
  _entities(representations: $representations) { __typename ... on Council { code name } ... on Node { id } }
}`;

let server, council, gateway, composed, execute;
/** What the gateway sent to the server under test. */
let sent = [];

before(async () => {
  council = await startCouncilService();
  server = await startServer();
  const { body } = await query(server.url, { query: "{ _service { sdl } }" });
  composed = composeServices([
    { name: "regional-network", url: `${server.url}/graphql`, typeDefs: parse(body.data._service.sdl) },
    { name: "council", url: council.url, typeDefs },
  ]);
  assert.deepEqual(composed.errors, undefined);
  gateway = new ApolloGateway({
    supergraphSdl: composed.supergraphSdl,
    buildService: ({ name, url }) =>
      new RemoteGraphQLDataSource({
        url,
        willSendRequest({ request, context }) {
          if (context.authorization) {
            request.http.headers.set("authorization", context.authorization);
          }
          if (name === "regional-network") {
            sent.push(request);
          }
        },
      }),
  });
  const { executor } = await gateway.load();
  execute = async (text, context = {}) => {
    sent = [];
    const document = parse(text);
    const response = await executor({ document, request: { query: text, variables: {} }, queryHash: text, context, metrics: {} });
    return JSON.parse(JSON.stringify(response));
  };
});
after(async () => {
  await gateway?.stop();
  await Promise.all([server?.stop(), council?.stop()]);
});

const find = async (representations) => (await query(server.url, { query: ENTITIES, variables: { representations } })).body;

test("Composition gives no hint that something is wrong", () => {
  assert.deepEqual(composed.hints.map((hint) => hint.toString()), []);
});

test("A query across both services has each service's fields", async () => {
  const { data, errors } = await execute('{ council(code: "E08000031") { name region { name } practiceNotes { title } } }');
  assert.equal(errors, undefined);
  assert.deepEqual(data, {
    council: {
      name: "Wolverhampton",
      region: { name: "West Midlands" },
      practiceNotes: [{ title: "Supervision in a duty team" }, { title: "First year in practice" }],
    },
  });
});

test("References of one answer are looked up in one batch", async () => {
  const { data, errors } = await execute("{ practiceNotes { title council { name type } } }");
  assert.equal(errors, undefined);
  assert.deepEqual(data.practiceNotes.map((note) => note.council.name), ["Wolverhampton", "Birmingham", "Wolverhampton"]);
  assert.equal(sent.length, 1);
  const codes = sent[0].variables.representations.map((reference) => reference.code);
  assert.deepEqual(codes, ["E08000031", "E08000025", "E08000031"]);
});

test("An unknown entity is null and the others are answered", async () => {
  const { data, errors } = await execute('{ partners(codes: ["E08000031", "E99999999", "E08000025"]) { name } }');
  assert.equal(errors, undefined);
  assert.deepEqual(data.partners, [{ name: "Wolverhampton" }, null, { name: "Birmingham" }]);
});

test("A type has two keys, and the other service may use either", async () => {
  const { data, errors } = await execute("{ rooms { name workstream { title room } } }");
  assert.equal(errors, undefined);
  assert.deepEqual(data.rooms, [
    { name: "Severn", workstream: { title: "Anti-racist practice", room: "Severn" } },
    { name: "Trent", workstream: null },
  ]);
});

test("The gateway passes the caller's token on, and roles are checked here", async () => {
  const token = await tokenOf(server, "psw", "--council", "E08000031");
  const viewer = "{ viewer { council { name practiceNotes { id } } } }";
  assert.deepEqual((await execute(viewer)).data, { viewer: null });
  assert.deepEqual((await execute(viewer, { authorization: `Bearer ${token}` })).data, {
    viewer: { council: { name: "Wolverhampton", practiceNotes: [{ id: "1" }, { id: "3" }] } },
  });
});

test("Every type with a key is found by each of its keys, in order", async () => {
  await importFigures(server, "small.csv");
  const { body } = await query(server.url, {
    query: `{
      council(code: "E08000031") { __typename id code }
      region(code: "E12000005") { __typename id code }
      network(code: "west-midlands") { __typename id code }
      workstream(code: "west-midlands-anti-racist-practice") { __typename id code }
      indicator(code: "small.staff_count") { __typename id code }
    }`,
  });
  const objects = Object.values(body.data);
  const byCode = objects.map(({ __typename, code }) => ({ __typename, code }));
  const byId = objects.map(({ __typename, id }) => ({ __typename, id }));
  const both = objects.map(({ __typename, id, code }) => ({ __typename, id, code, name: { ignored: [1] } }));
  const found = await find([...byCode, ...byId, ...both]);
  assert.equal(found.errors, undefined);
  const ids = objects.map((object) => object.id);
  assert.deepEqual(found.data._entities.map((entity) => entity.id), [...ids, ...ids, ...ids]);
});

test("A reference to nothing is null", async () => {
  const found = await find([
    { __typename: "Council", code: "336" },
    { __typename: "Council", code: "E99999999" },
    { __typename: "Council", id: "Region:E12000005" },
    { __typename: "Council", id: "Council:E08000031", code: "E08000025" },
    { __typename: "Workstream", code: "\u0000" },
    { __typename: "Network", id: "" },
  ]);
  assert.deepEqual(found, { data: { _entities: [null, null, null, null, null, null] } });
});

test("A replaced code is the council of that code, and leads to its successors", async () => {
  const { data } = await find([{ __typename: "Council", code: "E10000009" }]);
  assert.equal(data._entities[0].code, "E10000009");
});

test("A malformed representation is an error at its place, and the others are answered", async () => {
  const good = { __typename: "Council", code: "E08000031" };
  const malformed = [
    [{ code: "E08000031" }, /"__typename"/],
    [{ __typename: 5, code: "E08000031" }, /"__typename"/],
    [{ __typename: "Theme", code: "T01" }, /Council, Indicator, Network, Region or Workstream/],
    [{ __typename: "Council" }, /"code" or by "id"/],
    [{ __typename: "Council", code: 336 }, /"code" or by "id"/],
    [{ __typename: "Council", code: null, id: null }, /"code" or by "id"/],
    ["Council:E08000031", /"__typename"/],
    [[good], /"__typename"/],
  ];
  const { data, errors } = await find([good, ...malformed.map(([representation]) => representation), good]);
  assert.deepEqual(
    data._entities.map((entity) => entity?.name),
    ["Wolverhampton", ...malformed.map(() => undefined), "Wolverhampton"],
  );
  assert.equal(errors.length, malformed.length);
  malformed.forEach(([, message], index) => {
    assert.match(errors[index].message, message);
    assert.deepEqual(errors[index].path, ["_entities", index + 1]);
    assert.equal(errors[index].extensions.code, "REPRESENTATION_INVALID");
  });
});

test("A representation may stand in the document itself", async () => {
  const { body } = await query(server.url, {
    query: `{ _entities(representations: [{ __typename: "Council", code: "E08000031", x: [{}] }, 5]) { ... on Council { name } } }`,
  });
  assert.deepEqual(body.data._entities, [{ name: "Wolverhampton" }, null]);
  assert.deepEqual(body.errors.map((error) => error.path), [["_entities", 1]]);
});

test("References cost as much as there are of them, and no more", async () => {
  const unitsOf = async (count) => {
    const variables = { representations: Array(count).fill({ __typename: "Council", code: "E08000031" }) };
    const { body } = await query(server.url, { query: ENTITIES, variables }, { "graphql-cost": "report" });
    return body.extensions.cost.units;
  };
  const [none, one, ten] = [await unitsOf(0), await unitsOf(1), await unitsOf(10)];
  assert.ok(one > none);
  assert.equal(ten - none, 10 * (one - none));
});

test("As many references as the limit are answered, one more is refused", async () => {
  const references = (count) => Array(count).fill({ __typename: "Council", code: "E08000031" });
  const found = await find(references(REFERENCES_MAX));
  assert.equal(found.errors, undefined);
  assert.equal(found.data._entities.length, REFERENCES_MAX);
  const refused = await find(references(REFERENCES_MAX + 1));
  assert.equal(refused.data, null);
  assert.deepEqual(refused.errors.map((error) => error.extensions.code), ["TOO_MANY_REPRESENTATIONS"]);
});
