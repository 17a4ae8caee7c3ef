// Prints cases with the answers of graphql-js, one JSON object a line:
//   node tests/conformance/differential/cases.mjs --seed 1 --count 2000
// {"sdl","isAsync","answer"} starts a schema; {"document","variables","operationName","answer"} are requests to the last valid one.
import { once } from "node:events";
import { parseArgs } from "node:util";
import { damagedCharacters, damagedTokens, damagedWords } from "./damage.mjs";
import { documentOf } from "./documents.mjs";
import { Random } from "./random.mjs";
import { requestAnswer, schemaAnswer } from "./reference.mjs";
import { schemaText } from "./schemas.mjs";

const REQUESTS_PER_SCHEMA = 24;
const DAMAGED_SCHEMAS_PER_SCHEMA = 8;

const { values } = parseArgs({ options: { seed: { type: "string" }, count: { type: "string" } } });
const random = new Random(Number(values.seed));
let left = Number(values.count);

async function print(item) {
  left--;
  if (!process.stdout.write(JSON.stringify(item) + "\n")) {
    await once(process.stdout, "drain");
  }
}

function damaged(text) {
  const damage = random.pick([damagedTokens, damagedTokens, damagedCharacters, damagedWords]);
  return damage(text, random);
}

while (left > 0) {
  const { text, isAsync } = schemaText(random);
  for (let i = 0; i < DAMAGED_SCHEMAS_PER_SCHEMA && left > 0; i++) {
    const sdl = random.chance(250) ? damaged(text) : damagedWords(text, random);
    await print({ sdl, isAsync, answer: schemaAnswer(sdl).answer });
  }
  const { schema, answer } = schemaAnswer(text);
  await print({ sdl: text, isAsync, answer });
  for (let i = 0; i < REQUESTS_PER_SCHEMA && left > 0 && schema !== undefined; i++) {
    const request = documentOf(schema, random);
    // What is built in is told by its name and described as each engine likes: a request for descriptions keeps asking for names.
    if (random.chance(250) && !request.text.includes("description")) {
      request.text = damaged(request.text);
    }
    const { text: document, variables, operationName } = request;
    await print({ document, variables, operationName, answer: await requestAnswer(schema, isAsync, request) });
  }
}
