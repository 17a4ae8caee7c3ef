// Power Query for Excel and Power BI: the requests of the M texts are replayed, and every column that they expand is in the answer.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { request, steps, table } from "./power-query/m.mjs";
import { root, startServerWithFigures } from "./server.mjs";

const folder = join(root, "tests/clients/power-query");
const queries = (await readdir(folder)).filter((name) => name.endsWith(".pq")).sort();
let server;
before(async () => {
  server = await startServerWithFigures();
});
after(() => server?.stop());

async function read(name) {
  return steps(await readFile(join(folder, name), "utf8"));
}

async function replay(query) {
  const { url, ...options } = request(query);
  assert.equal(new URL(url).host, "localhost:5080", "the address that the README gives");
  const response = await fetch(url.replace("http://localhost:5080", server.url), options);
  assert.equal(response.status, 200);
  return table(query, await response.json());
}

for (const name of queries) {
  test(`${name}: every column that it expands is in the answer`, async () => {
    const { columns, rows } = await replay(await read(name));
    assert.ok(rows.length > 0);
    assert.deepEqual(new Set(rows.flatMap((row) => Object.keys(row))), new Set(columns));
  });
}

test("council-benchmark.pq sets each council beside the region and England", async () => {
  const { rows } = await replay(await read("council-benchmark.pq"));
  const mine = rows.find((row) => row.code === "E08000031");
  assert.deepEqual([mine.name, mine.value, mine.status], ["Wolverhampton", 15, "VALUE"]);
  assert.equal(mine.region.toFixed(2), ((100 * (60 + 20.8 + 16.8 + 21)) / (500 + 160 + 120 + 140)).toFixed(2));
  assert.equal(typeof mine.england, "number");
});

test("A column that the answer does not have is found", async () => {
  const text = await readFile(join(folder, "network-councils.pq"), "utf8");
  await assert.rejects(replay(steps(text.replace('"name", "type"', '"nmae", "type"'))), /no column nmae/);
});
