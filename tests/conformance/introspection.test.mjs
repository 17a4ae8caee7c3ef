// graphql-js builds a client schema from the server's introspection; it must be the schema that the repository shows.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import {
  buildASTSchema,
  buildClientSchema,
  getIntrospectionQuery,
  lexicographicSortSchema,
  parse,
  printSchema,
  validateSchema,
} from "graphql";
import { query, root, startServer } from "./server.mjs";

let server;
before(async () => {
  server = await startServer();
});
after(() => server?.stop());

async function schemaOfRepository() {
  const folder = join(root, "schema");
  const files = (await readdir(folder)).filter((name) => name.endsWith(".graphql")).sort();
  const definitions = [];
  for (const file of files) {
    definitions.push(...parse(await readFile(join(folder, file), "utf8")).definitions);
  }
  // The rules for documents are ours to apply here: graphql-js refuses a type that is extended in the document that defines it.
  return buildASTSchema({ kind: "Document", definitions }, { assumeValidSDL: true });
}

test("Introspection gives the schema of the repository", async () => {
  const introspection = getIntrospectionQuery({
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  });
  const { status, body } = await query(server.url, { query: introspection });
  assert.equal(status, 200);
  assert.equal(body.errors, undefined);
  const served = printSchema(lexicographicSortSchema(buildClientSchema(body.data)));
  const written = printSchema(lexicographicSortSchema(await schemaOfRepository()));
  assert.equal(served, written);
});

test("graphql-js finds no fault in the schema of the repository", async () => {
  assert.deepEqual(validateSchema(await schemaOfRepository()), []);
});
