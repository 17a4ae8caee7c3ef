// A penetration test's attempts: each is a test of its own, and a table at the end says what was tried and what came of it.
import { after, test } from "node:test";

const rows = [];

/** @param run answers with the outcome in a few words, or fails. */
export function attempt(name, tried, run) {
  test(`${name}: ${tried}`, async (t) => {
    const row = [name, tried, "GOT THROUGH"];
    rows.push(row);
    row[2] = await run(t);
  });
}

after(() => {
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map(([name, tried, outcome]) => `${name.padEnd(widths[0])} | ${tried.padEnd(widths[1])} | ${outcome}`);
  console.log(`${lines.join("\n")}\n${rows.length} attempts`);
});
