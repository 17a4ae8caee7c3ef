// Documents for a schema, with fragments, variables, directives and, at the given rate, mistakes of every kind.
import { getNamedType, isAbstractType, isCompositeType, isInputType, isLeafType, isNonNullType, isObjectType, isUnionType } from "graphql";
import { Values } from "./values.mjs";

const LEVELS_MAX = 4;
const FRAGMENTS_MAX = 3;
const SPACES = [" ", " ", " ", " ", "\n  ", "\n", ", ", "\r\n", "\t", " # note\n", "\r"];

export function documentOf(schema, random) {
  return new DocumentWriter(schema, random).write();
}

class DocumentWriter {
  constructor(schema, random) {
    this.schema = schema;
    this.random = random;
    // In thousandths: most documents are right, so that their execution is compared.
    this.mistakes = random.pick([0, 0, 0, 0, 8, 25, 70]);
    this.wrongVariables = random.pick([0, 0, 0, 100]);
    this.fragments = [];
    this.current = -1;
    this.aliases = 0;
    this.composites = Object.values(schema.getTypeMap()).filter((type) => isCompositeType(type) && !type.name.startsWith("__"));
    this.inputs = Object.values(schema.getTypeMap()).filter((type) => isInputType(type) && !type.name.startsWith("__"));
  }

  write() {
    const { random } = this;
    const count = random.pick([1, 1, 1, 1, 2]);
    const bodies = Array.from({ length: count }, () => this.body());
    const fragments = [];
    // A fragment is written when all that spread it are known; what it spreads comes after it.
    for (let index = 0; index < this.fragments.length; index++) {
      fragments.push(this.fragment(this.fragments[index], index, count === 1 ? bodies[0].variables : new Variables(this, true)));
    }
    const operations = bodies.map((body, index) => this.operation(body, index, count));
    const variables = Object.assign({}, ...operations.map((operation) => operation.values));
    const extra = random.chance(this.mistakes) ? random.pick(["fragment Spare on Query { __typename }", "type Cat { a: Int }", "{ __typename }", "query Q0 { __typename }"]) : "";
    const text = [...operations.map((operation) => operation.text), ...fragments, extra].join(random.pick(["\n\n", "\n", " "]));
    const name = count > 1 || random.chance(100) ? `Q${random.below(count + (random.chance(50) ? 1 : 0))}` : null;
    return { text: this.spaced(text), variables: this.mangled(variables), operationName: name };
  }

  /** What an operation selects. Its head is written when the fragments are: they may use its variables. */
  body() {
    const { random } = this;
    this.variables = new Variables(this);
    this.values = new Values(random, this.mistakes, this.variables);
    const kinds = ["query", "query", "query", ...["mutation", "subscription"].filter((kind) => random.chance(this.mistakes) || this.root(kind))];
    const kind = random.pick(kinds);
    const root = this.root(kind) ?? this.root("query");
    const isSingle = kind === "subscription" && !random.chance(this.mistakes);
    const text = this.selectionSet(root, isSingle ? LEVELS_MAX - 1 : 0, isSingle ? 1 : random.between(1, 4));
    return { kind, text, variables: this.variables };
  }

  operation({ kind, text, variables }, index, count) {
    const { random } = this;
    this.variables = variables;
    this.values = new Values(random, this.mistakes, variables);
    const directives = this.directives(kind.toUpperCase());
    const isNamed = count > 1 || this.variables.declared.length > 0 || directives !== "" || kind !== "query" || random.chance(700);
    const name = isNamed && !random.chance(30) ? ` Q${index}` : "";
    const declared = variables.text();
    const head = isNamed ? `${this.description()}${kind}${name}${declared}${directives} ` : "";
    return { text: head + text, values: variables.values() };
  }

  root(kind) {
    return { query: this.schema.getQueryType(), mutation: this.schema.getMutationType(), subscription: this.schema.getSubscriptionType() }[kind];
  }

  description() {
    return this.random.chance(40) ? `${this.random.pick(['"About this."', '"""\n  About this.\n"""', '""'])}\n` : "";
  }

  fragment(type, index, variables) {
    this.current = index;
    this.variables = variables;
    this.values = new Values(this.random, this.mistakes, variables);
    return `${this.description()}fragment F${index} on ${this.typeName(type)}${this.directives("FRAGMENT_DEFINITION")} ${this.selectionSet(type, 2, this.random.between(1, 3))}`;
  }

  selectionSet(type, level, count) {
    const selections = Array.from({ length: count }, () => this.selection(type, level));
    if (this.random.chance(this.mistakes)) selections.push(this.random.pick(["nmae", "...Missing", "... on Missing { a }", "...F0", "cat(of: 1)", "__type { name }", "... @mark { __typename }"]));
    return `{ ${selections.join(" ")} }`;
  }

  selection(type, level) {
    const { random } = this;
    const roll = random.below(20);
    if (isUnionType(type) ? roll < 12 : roll < 3) return this.inlineFragment(type, level);
    if (roll === 12 || roll === 13) return this.spread(type);
    if (roll === 19 && type === this.schema.getQueryType()) return this.introspection();
    const fields = isUnionType(type) ? [] : Object.values(type.getFields()).filter((field) => level < LEVELS_MAX || isLeafType(getNamedType(field.type)));
    if (roll === 14 || fields.length === 0) return random.pick(["__typename", "__typename", `t${this.aliases++}: __typename`]);
    return this.field(random.pick(fields), level);
  }

  field(field, level) {
    const { random } = this;
    const given = this.argumentsText(field.args);
    const isAliased = given !== "" ? !random.chance(100) : random.chance(200);
    const alias = isAliased ? (random.chance(40) ? random.pick(["name", "age", "x"]) : `a${this.aliases++}`) + ": " : "";
    const type = getNamedType(field.type);
    const hasBody = isCompositeType(type) !== random.chance(this.mistakes);
    const body = !hasBody ? "" : isCompositeType(type) ? ` ${this.selectionSet(type, level + 1, random.between(1, 3))}` : " { name }";
    return `${alias}${random.chance(this.mistakes) ? `${field.name}s` : field.name}${given}${this.directives("FIELD")}${body}`;
  }

  inlineFragment(type, level) {
    const { random } = this;
    const target = random.chance(this.mistakes) ? random.pick(this.composites) : random.pick(this.overlapping(type));
    const condition = target === type && random.chance(300) ? "" : ` on ${this.typeName(target)}`;
    return `...${condition}${this.directives("INLINE_FRAGMENT")} ${this.selectionSet(condition === "" ? type : target, level + 1, random.between(1, 2))}`;
  }

  spread(type) {
    const { random } = this;
    const fitting = this.fragments.flatMap((target, index) => (this.overlapping(type).includes(target) && index > this.current ? [index] : []));
    let index = random.chance(600) && fitting.length > 0 ? random.pick(fitting) : -1;
    if (index < 0) {
      if (this.fragments.length >= FRAGMENTS_MAX) return "__typename";
      index = this.fragments.push(random.pick(this.overlapping(type))) - 1;
    }
    return `...F${index}${this.directives("FRAGMENT_SPREAD")}`;
  }

  introspection() {
    const name = this.random.pick(this.composites).name;
    return this.random.pick([
      `i${this.aliases++}: __type(name: "${name}") { name kind description fields(includeDeprecated: true) { name isDeprecated type { kind name ofType { kind name } } args { name } } possibleTypes { name } interfaces { name } }`,
      "__schema { queryType { name } mutationType { name } }",
      "__schema { description subscriptionType { name } types { name kind specifiedByURL } directives { name description isRepeatable locations args(includeDeprecated: true) { name description } } }",
      `i${this.aliases++}: __type(name: "${name}") { fields { name description deprecationReason args { name description isDeprecated type { ofType { name ofType { kind } } } } } interfaces { name fields { name } } }`,
      `i${this.aliases++}: __type(name: "${this.random.pick(this.inputs).name}") { name description specifiedByURL enumValues(includeDeprecated: true) { name description deprecationReason } inputFields(includeDeprecated: true) { name description isDeprecated deprecationReason type { name kind } } }`,
      `i${this.aliases++}: __type(name: "${this.random.pick(this.inputs).name}") { kind inputFields { name } enumValues { name } specifiedByURL isOneOf }`,
    ]);
  }

  argumentsText(definitions) {
    const { random } = this;
    const given = definitions
      .filter((definition) => (isNonNullType(definition.type) && definition.defaultValue === undefined ? !random.chance(this.mistakes) : random.chance(600)))
      .map((definition) => `${definition.name}: ${this.values.literal(definition.type, false, definition.defaultValue !== undefined)}`);
    if (random.chance(this.mistakes)) given.push("frist: 1");
    if (given.length > 0 && random.chance(this.mistakes)) given.push(given[0]);
    return given.length > 0 ? `(${given.join(", ")})` : "";
  }

  directives(place) {
    const { random } = this;
    const known = this.schema.getDirectives().filter((directive) => (directive.locations.includes(place) || random.chance(this.mistakes)) && !["deprecated", "specifiedBy", "oneOf"].includes(directive.name));
    if (random.chance(this.mistakes / 8)) return " @makr";
    if (known.length === 0 || !random.chance(place === "FIELD" ? 80 : 150)) return "";
    const chosen = random.pick(known);
    const once = ` @${chosen.name}${place === "VARIABLE_DEFINITION" ? "" : this.argumentsText(chosen.args)}`;
    return random.chance(this.mistakes) || (chosen.isRepeatable && random.chance(300)) ? once + once : once;
  }

  overlapping(type) {
    const possible = new Set(isAbstractType(type) ? this.schema.getPossibleTypes(type) : [type]);
    return [type, ...this.composites.filter((other) => (isObjectType(other) ? possible.has(other) : this.schema.getPossibleTypes(other).some((one) => possible.has(one))))];
  }

  typeName(type) {
    return this.random.chance(this.mistakes) ? this.random.pick(["Missing", "Int", "Cta", "Filter"]) : type.name;
  }

  /** The same tokens in another layout: every space between tokens may be a line end, a comma or a comment. */
  spaced(text) {
    const { random } = this;
    if (random.chance(300)) return text;
    return text
      .split(/("""[\s\S]*?"""|"(?:\\.|[^"\\])*")/)
      .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(" ", () => random.pick(SPACES))))
      .join("");
  }

  mangled(variables) {
    const { random } = this;
    if (random.chance(this.mistakes)) return random.pick([null, {}, { ...variables, spare: 1 }]);
    return variables;
  }
}

/**
 * The variables of an operation and of the fragments it spreads. Where there are two operations a fragment declares its own for
 * nothing: a mistake.
 */
class Variables {
  constructor(writer, isFragment = false) {
    this.writer = writer;
    this.isFragment = isFragment;
    this.declared = [];
  }

  areUsed() {
    const { random, mistakes } = this.writer;
    return this.isFragment ? random.chance(mistakes) : random.chance(250);
  }

  use(type, hasDefault) {
    const { random, mistakes, inputs } = this.writer;
    const same = this.declared.find((one) => String(one.type) === String(type));
    if (same !== undefined && random.chance(500)) return `$${same.name}`;
    const wanted = random.chance(mistakes) ? random.pick(inputs) : type;
    const isLoose = isNonNullType(wanted) && (hasDefault || random.chance(200));
    const name = `v${this.declared.length}`;
    this.declared.push({ name, type: isLoose ? wanted.ofType : wanted, needsDefault: isLoose && !hasDefault });
    return random.chance(mistakes) ? "$missing" : `$${name}`;
  }

  text() {
    const { random, mistakes, values } = this.writer;
    const declarations = this.declared.map((one) => {
      const hasDefault = one.needsDefault || random.chance(200);
      const fallback = hasDefault ? ` = ${one.needsDefault ? values.required(one.type, true, 0) : values.literal(one.type, true)}` : "";
      return `${random.chance(20) ? '"About it." ' : ""}$${one.name}: ${one.type}${fallback}${this.writer.directives("VARIABLE_DEFINITION")}`;
    });
    if (random.chance(mistakes)) declarations.push(random.pick(["$unused: Int", "$v0: Int", "$odd: Cat", "$odd: Nothing"]));
    return declarations.length > 0 ? `(${declarations.join(", ")})` : "";
  }

  values() {
    const { random, wrongVariables } = this.writer;
    const values = new Values(random, wrongVariables, this);
    const given = this.declared.filter((one) => (isNonNullType(one.type) ? !random.chance(wrongVariables + 10) : random.chance(800)));
    return Object.fromEntries(given.map((one) => [one.name, values.json(one.type)]));
  }
}
