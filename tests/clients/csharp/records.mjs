// Writes the records that the C# client reads its answers into: one for every selection set of the operations, with the
// nullability of the schema. Run: node tests/clients/csharp/records.mjs
import { readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildASTSchema, getNamedType, isCompositeType, isEnumType, isListType, isNonNullType, Kind, parse, TypeInfo, visit, visitWithTypeInfo } from "graphql";

const here = dirname(fileURLToPath(import.meta.url));
const TYPES = { String: "string", ID: "string", Int: "int", Float: "double", Boolean: "bool", Date: "DateOnly", DateTime: "DateTimeOffset" };

export const target = join(here, "Records.g.cs");

export async function records() {
  const schema = await readSchema(join(here, "../../../schema"));
  const folder = join(here, "../operations");
  const parts = [];
  for (const file of (await readdir(folder)).sort()) {
    const document = parse(await readFile(join(folder, file), "utf8"));
    parts.push(...recordsOf(schema, document, file));
  }
  return `// Written by records.mjs from tests/clients/operations and schema/; do not edit.
#nullable enable
namespace RegionalNetwork.Clients;

${parts.join("\n\n")}
`;
}

async function readSchema(folder) {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".graphql")).sort();
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), "utf8")));
  return buildASTSchema({ kind: Kind.DOCUMENT, definitions: texts.flatMap((text) => parse(text).definitions) }, { assumeValidSDL: true });
}

function recordsOf(schema, document, file) {
  const info = new TypeInfo(schema);
  const names = [];
  const open = [];
  const done = [];
  visit(
    document,
    visitWithTypeInfo(info, {
      OperationDefinition: { enter: (node) => void names.push(node.name.value) },
      SelectionSet: {
        enter: () => void open.push({ name: names.join(""), members: [] }),
        leave() {
          const { name, members } = open.pop();
          const source = open.length === 0 ? `/// <summary>The answer to ${file}.</summary>\n` : "";
          done.unshift(`${source}internal sealed record ${name}(${members.join(", ")});`);
        },
      },
      Field: {
        enter(node) {
          names.push(pascal((node.alias ?? node.name).value));
          open.at(-1).members.push(`${csharpType(info.getType(), names.join(""))} ${names.at(-1)}`);
        },
        leave: () => void names.pop(),
      },
      Directive: () => false,
    }),
  );
  return done;
}

function csharpType(type, recordName) {
  if (isNonNullType(type)) return required(type.ofType, recordName);
  return `${required(type, recordName)}?`;
}

function required(type, recordName) {
  if (isListType(type)) return `IReadOnlyList<${csharpType(type.ofType, recordName)}>`;
  const named = getNamedType(type);
  // Enum values may be added to the schema: a client that reads them as text is not surprised.
  return isCompositeType(named) ? recordName : isEnumType(named) ? "string" : TYPES[named.name];
}

function pascal(name) {
  return name[0].toUpperCase() + name.slice(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(target, await records());
}
