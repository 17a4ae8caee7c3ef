// What the README shows is what a newcomer gets: its first query is asked, and its answer compared.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { query, root, startServer } from "./server.mjs";

let server;
before(async () => {
  server = await startServer();
});
after(() => server?.stop());

function block(text, language) {
  const found = new RegExp("```" + language + "\\n([\\s\\S]*?)```").exec(text);
  assert.ok(found, `README.md has no block of ${language}`);
  return found[1];
}

test("The first query of the README has the answer that stands there", async () => {
  const readme = await readFile(join(root, "README.md"), "utf8");
  const { body } = await query(server.url, { query: block(readme, "graphql") });
  assert.deepEqual(body, JSON.parse(block(readme, "json")));
});
