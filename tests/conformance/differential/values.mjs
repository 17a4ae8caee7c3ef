// Values of input types: as literals of a document and as JSON of its variables. Every so often one is wrong.
import { isEnumType, isInputObjectType, isListType, isNonNullType } from "graphql";

const LEVELS_MAX = 4;
const LITERALS = {
  Int: ["0", "1", "-5", "2147483647", "-2147483648"],
  Float: ["0.5", "1", "-1.25e3", "1e-7", "12345678901234567890", "0.1"],
  String: ['"a"', '""', '"two words"', '"""block\n  text"""', '"\\u00e9\\n\\"q\\""', '"\\u{1F600}"', '"é😀"', '"\\uD83D\\uDE00\\t\\/"', '"""\n    in\n      further\n\n    \\"""q\\n\t"""', '""""""'],
  Boolean: ["true", "false"],
  ID: ['"x1"', "12", '"7"', "-3"],
};
const WRONG_LITERALS = ["2147483648", "1.5", '"text"', "true", "null", "RED", "REED", "{}", "[]", "[1, \"a\", null]", "{ name: 1, nme: 2 }"];
const JSON_VALUES = {
  Int: [0, 1, -5, 2147483647, 3.0],
  Float: [0.5, 1, -1250, 1e-7, 1e21, 0.1],
  String: ["a", "", "two words", "é😀", 'q"\\\n'],
  Boolean: [true, false],
  ID: ["x1", 12, "7", -3],
};
const WRONG_JSON = [2147483648, 1.5, "text", true, null, "RED", "REED", {}, [], [1, "a", null], { name: 1, nme: 2 }, -0.5, "5", 1e100, [[null]]];

export class Values {
  constructor(random, mistakes, variables) {
    this.random = random;
    this.mistakes = mistakes;
    this.variables = variables;
  }

  literal(type, isConstant, hasDefault = false, levels = 0) {
    const { random } = this;
    // A OneOf input object must have a field, and each may lead back to it: null ends that, right or wrong.
    if (levels > LEVELS_MAX) return "null";
    if (random.chance(this.mistakes)) return random.pick(WRONG_LITERALS);
    if (!isConstant && this.variables.areUsed()) return this.variables.use(type, hasDefault);
    if (isNonNullType(type)) return this.required(type.ofType, isConstant, levels);
    if (random.chance(60)) return "null";
    return this.required(type, isConstant, levels);
  }

  required(type, isConstant, levels) {
    const { random } = this;
    if (isListType(type)) {
      if (random.chance(200)) return this.literal(type.ofType, isConstant, false, levels + 1);
      const items = Array.from({ length: random.below(3) }, () => this.literal(type.ofType, isConstant, false, levels + 1));
      return `[${items.join(random.pick([", ", " "]))}]`;
    }
    if (isInputObjectType(type)) return this.objectLiteral(type, isConstant, levels);
    if (isEnumType(type)) return random.pick(type.getValues()).name;
    return random.pick(LITERALS[type.name] ?? ["1", '"custom"', "{ any: [1, 2.5, THING, null] }"]);
  }

  objectLiteral(type, isConstant, levels) {
    const { random } = this;
    const fields = this.fieldsOf(type, levels).map((field) => `${field.name}: ${this.literal(type.isOneOf ? unnull(field.type) : field.type, isConstant, field.defaultValue !== undefined, levels + 1)}`);
    if (random.chance(this.mistakes)) fields.push("nmae: 1");
    if (fields.length > 0 && random.chance(this.mistakes)) fields.push(fields[0]);
    return `{ ${fields.join(", ")} }`;
  }

  json(type, levels = 0) {
    const { random } = this;
    if (levels > LEVELS_MAX) return null;
    if (random.chance(this.mistakes)) return random.pick(WRONG_JSON);
    if (isNonNullType(type)) return this.requiredJson(type.ofType, levels);
    return random.chance(60) ? null : this.requiredJson(type, levels);
  }

  requiredJson(type, levels) {
    const { random } = this;
    if (isListType(type)) {
      return random.chance(200) ? this.json(type.ofType, levels + 1) : Array.from({ length: random.below(3) }, () => this.json(type.ofType, levels + 1));
    }
    if (isInputObjectType(type)) {
      const object = Object.fromEntries(this.fieldsOf(type, levels).map((field) => [field.name, this.json(field.type, levels + 1)]));
      if (random.chance(this.mistakes)) object.nmae = 1;
      return object;
    }
    if (isEnumType(type)) return random.pick(type.getValues()).name;
    return random.pick(JSON_VALUES[type.name] ?? [1, "custom", { any: [1, 2.5, null] }]);
  }

  fieldsOf(type, levels) {
    const { random } = this;
    const all = Object.values(type.getFields());
    if (type.isOneOf && !random.chance(this.mistakes)) return [random.pick(all)];
    return all.filter((field) => {
      const isRequired = isNonNullType(field.type) && field.defaultValue === undefined;
      return isRequired ? !random.chance(this.mistakes) : levels < LEVELS_MAX && random.chance(500);
    });
  }
}

function unnull(type) {
  return isNonNullType(type) ? type.ofType : type;
}
