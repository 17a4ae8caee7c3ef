// The TypeScript client: GraphQL Code Generator makes its types from schema/, tsc checks it, and it runs against the server.
import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { root, run, startServerWithFigures } from "./server.mjs";

const folder = join(root, "tests/clients/typescript");
const tools = join(root, "tests/clients/node_modules/.bin");
let server;
let endpoint;
let report;
before(async () => {
  await rm(join(folder, "build"), { recursive: true, force: true });
  await run(join(tools, "graphql-codegen"), ["--config", "codegen.yml"], { cwd: folder });
  await run(join(tools, "tsc"), ["--project", "."], { cwd: folder });
  report = await import(pathToFileURL(join(folder, "build/compiled/src/report.js")));
  server = await startServerWithFigures();
  endpoint = `${server.url}/graphql`;
});
after(() => server?.stop());

test("A council is compared with its region and England", async () => {
  const standing = await report.standing(endpoint, "E08000031", "E12000005", "CSW-01");
  assert.equal(standing.name, "Wolverhampton");
  assert.equal(standing.period, "2023");
  assert.deepEqual([standing.own, standing.rank, standing.of], [15, 4, 4]);
  // Sums of the four councils' leavers and staff, not a mean of their rates.
  assert.equal(standing.region.toFixed(2), ((100 * (60 + 20.8 + 16.8 + 21)) / (500 + 160 + 120 + 140)).toFixed(2));
  assert.deepEqual(standing.earlier.map((point) => point.period), ["2022", "2023"]);
});

test("The councils of a network are listed", async () => {
  const members = await report.members(endpoint, "west-midlands");
  assert.ok(members.some((member) => member.code === "E08000031" && member.name === "Wolverhampton"));
});

test("A council's profile has its region and its work", async () => {
  const profile = await report.profile(endpoint, "E08000031");
  assert.equal(profile.region.name, "West Midlands");
  assert.equal(profile.threeDigitCode, "336");
  assert.equal(profile.workstreamsConnection.nodes.length, profile.workstreamsConnection.totalCount);
  assert.ok(profile.workstreamsConnection.totalCount > 0);
});

test("Errors of the server reach the caller", async () => {
  await assert.rejects(report.members(endpoint, null), /\$network/);
});
