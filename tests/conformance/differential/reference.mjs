// What graphql-js answers, stage by stage: a schema's faults; a request's syntax error, its validation errors or its result.
// Stage "none" says that graphql-js itself broke.
import { buildASTSchema, execute, getOperationAST, GraphQLError, Kind, OperationTypeNode, parse, specifiedRules, specifiedScalarTypes, subscribe, validate, validateSchema, visit } from "graphql";
import { validateSDL } from "graphql/validation/validate.js";
import { PathResolvers } from "./resolvers.mjs";

/** Of the September 2025 edition, and not in graphql-js 16: https://spec.graphql.org/September2025/#sec-Operation-Type-Existence */
function OperationTypeExistence(context) {
  return {
    OperationDefinition(node) {
      if (!context.getSchema().getRootType(node.operation)) {
        context.reportError(new GraphQLError(`The ${node.operation} operation is not supported by the schema.`, { nodes: node }));
      }
    },
  };
}

const [executableDefinitions, ...otherRules] = specifiedRules;
const rules = [executableDefinitions, OperationTypeExistence, ...otherRules];

export function schemaAnswer(text) {
  let document;
  try {
    document = parse(text);
  } catch (error) {
    return { answer: { stage: "syntax", errors: [error.toJSON()] } };
  }
  if (document.definitions.some((node) => node.kind === Kind.OPERATION_DEFINITION || node.kind === Kind.FRAGMENT_DEFINITION)) {
    return { answer: { stage: "executable" } };
  }
  if (document.definitions.some((node) => specifiedScalarTypes.some((type) => type.name === node.name?.value))) {
    // graphql-js 16 lets a schema replace Int and its like.
    return { answer: { stage: "none" } };
  }
  const faults = validateSDL(document);
  if (faults.length > 0) {
    return { answer: { stage: "document", errors: faults } };
  }
  let schema;
  try {
    schema = buildASTSchema(document, { assumeValidSDL: true });
  } catch {
    // graphql-js 16 throws where an input field with a default has an output type.
    return { answer: { stage: "none" } };
  }
  const errors = validateSchema(schema);
  return errors.length > 0 ? { answer: { stage: "types", errors } } : { answer: { stage: "valid" }, schema };
}

export async function requestAnswer(schema, isAsync, { text, variables, operationName }) {
  let document;
  try {
    document = parse(text);
  } catch (error) {
    return { stage: "syntax", errors: [error.toJSON()] };
  }
  if (hasConditionalSubscription(document)) {
    // The September 2025 edition refuses @skip and @include there; graphql-js 16 does not.
    return { stage: "none" };
  }
  if (givesUnknownDirectiveArguments(schema, document)) {
    // graphql-js takes them for arguments of the field that the directive stands on, if that has some of the same names.
    return { stage: "none" };
  }
  let errors;
  try {
    errors = validate(schema, document, rules);
  } catch {
    // graphql-js 16 throws on a subscription whose @skip or @include has no condition.
    return { stage: "none" };
  }
  if (errors.length > 0) {
    return { stage: "validation", errors };
  }
  const resolvers = new PathResolvers(schema, isAsync);
  const run = { schema, document, variableValues: variables, operationName, fieldResolver: resolvers.resolve };
  if (getOperationAST(document, operationName)?.operation === OperationTypeNode.SUBSCRIPTION) {
    const results = await responses(await subscribe({ ...run, subscribeFieldResolver: resolvers.subscribe }));
    return { stage: "events", results, arguments: resolvers.argumentsSeen };
  }
  return { stage: "execution", result: await execute(run), arguments: resolvers.argumentsSeen };
}

/** One for each event, or the one that says why there are none. */
async function responses(started) {
  if (!(Symbol.asyncIterator in started)) return [started];
  const results = [];
  for await (const result of started) {
    results.push(result);
  }
  return results;
}

function hasConditionalSubscription(document) {
  const conditions = /@[\s,]*(skip|include)\b/;
  return document.definitions.some((node) => node.operation === "subscription") && conditions.test(document.loc.source.body);
}

function givesUnknownDirectiveArguments(schema, document) {
  let isFound = false;
  visit(document, {
    Directive(node) {
      isFound ||= node.arguments.length > 0 && !schema.getDirective(node.name.value);
    },
  });
  return isFound;
}
