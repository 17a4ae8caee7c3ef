// The C# client: its records are those that the operations ask for, it builds without warnings, and it runs against the server.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { records, target } from "./csharp/records.mjs";
import { root, run, startServerWithFigures } from "./server.mjs";

const folder = join(root, "tests/clients/csharp");
let server;
before(async () => {
  await run("dotnet", ["build", folder, "--configuration", "Release", "--verbosity", "quiet", "-nologo"]);
  server = await startServerWithFigures();
});
after(() => server?.stop());

async function report(...given) {
  const { stdout } = await run("dotnet", [join(folder, "bin/Release/net10.0/CouncilReport.dll"), `${server.url}/graphql`, ...given]);
  return stdout.split("\n");
}

test("Records.g.cs is what the operations and the schema ask for", async () => {
  assert.equal(await readFile(target, "utf8"), await records(), "Run: node tests/clients/csharp/records.mjs");
});

test("The report compares a council, lists its network and says what it is", async () => {
  const lines = await report("E08000031", "E12000005", "west-midlands", "CSW-01");
  assert.ok(lines[0].startsWith("Wolverhampton (E08000031), West Midlands, since "), lines[0]);
  assert.ok(lines.includes("  own 15.0 VALUE"));
  assert.ok(lines.includes("  region 12.9 from 4"));
  assert.ok(lines.includes("member E08000031 Wolverhampton"));
});

test("A council that does not exist is said, not thrown", async () => {
  const lines = await report("E00000000", "E12000005", "west-midlands", "CSW-01");
  assert.equal(lines[0], "There is no council E00000000.");
});
