// Small schemas as text. They are valid: damage.mjs makes the invalid ones out of them. Names are alike on purpose, so that
// "did you mean" has something to say.
const FIELD_NAMES = ["name", "names", "age", "ages", "cat", "cats", "size", "sizes", "owner", "kind", "tag", "id"];
const BUILT_IN = ["Int", "Float", "String", "Boolean", "ID"];
const DESCRIPTIONS = ['"About this."', '""', '"""About this."""', '"""\n  Two lines,\n    one further in.\n\n  """', '"""  q\\"""q "r" \\n\n\tend"""', '"\\u00e9 \\"q\\""'];
// Where type system directives stand. Their arguments are of built-in types: no directive leads to itself.
const TYPE_SYSTEM_DIRECTIVES = `directive @note(text: String = "none", level: Int) repeatable on SCHEMA | SCALAR | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | INTERFACE | UNION | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION

directive @once on | OBJECT | FIELD_DEFINITION | INTERFACE | UNION | ENUM | ENUM_VALUE | SCALAR | INPUT_OBJECT`;
const NOTES = [" @note", ' @note(text: "a")', ' @note(level: 1) @note(text: """b""")', " @note(text: null, level: -1)"];

export function schemaText(random) {
  return new SchemaWriter(random).write();
}

class SchemaWriter {
  constructor(random) {
    this.random = random;
    // Asynchronous siblings of a field that fails may or may not run: with non-null fields the answers may rightly differ.
    this.isAsync = random.chance(200);
    this.enums = ["Colour", "Shade"].slice(0, random.between(1, 2));
    this.scalars = random.chance(400) ? ["Stamp"] : [];
    this.inputs = ["Filter", "Filters", "Order", "Point"].slice(0, random.between(1, 4));
    this.interfaces = ["Named", "Aged"].slice(0, random.between(0, 2));
    this.objects = ["Cat", "Dog", "Bat", "Cow"].slice(0, random.between(2, 4));
    this.unions = ["Pet", "Beast"].slice(0, random.between(0, 2));
    this.hasNotes = random.chance(300);
    this.extensions = [];
    this.leafTypes = [...BUILT_IN, ...this.enums, ...this.scalars];
    this.outputTypes = [...this.leafTypes, ...this.objects, ...this.interfaces, ...this.unions, ...this.objects];
  }

  write() {
    const { random } = this;
    const interfaces = this.interfaceTypes();
    const roots = ["Query"];
    if (random.chance(500)) roots.push("Mutation");
    if (random.chance(500)) roots.push("Subscription");
    // An interface that nothing implements overlaps with nothing, not even with itself; graphql-js 16 lets it.
    const objects = this.objects.map((name) => this.objectText(name, interfaces));
    const parts = [
      ...this.enums.map((name) => this.enumText(name)),
      ...this.scalars.map((name) => `scalar ${name}${random.chance(300) ? ' @specifiedBy(url: "https://example.org/stamp")' : ""}${this.notes()}`),
      ...this.inputs.map((name, index) => this.inputText(name, index)),
      ...interfaces.map((type) => this.typeText(`interface ${type.name}`, implementing(type.interfaces), this.fieldLines(type.fields))),
      ...objects,
      ...this.unions.map((name) => this.unionText(name)),
      ...roots.map((name) => this.typeText(`type ${name}`, "", this.fieldLines(this.fields(random.between(3, 6)), true))),
      ...["mark", "marks"].slice(0, random.between(0, 2)).map((name) => this.directiveText(name)),
    ];
    if (random.chance(150)) {
      parts.push(`extend type Query { extra: ${this.outputType()} }`);
    }
    if (random.chance(150)) {
      parts.push(this.typeText("schema", "", roots.map((name) => `  ${name.toLowerCase()}: ${name}`)));
    }
    const described = parts.map((part) => (part.startsWith("extend") ? part : `${this.description("")}${part}`));
    const notes = this.hasNotes ? [TYPE_SYSTEM_DIRECTIVES] : [];
    // Extensions come last: what stands before its definition is listed in the order of the text, not so by graphql-js.
    const text = [...notes, ...described, ...this.extensions].join("\n\n") + "\n";
    return { text, isAsync: this.isAsync };
  }

  /** The second may implement the first: then it has its fields. */
  interfaceTypes() {
    const { random } = this;
    const [first, second] = this.interfaces.map((name) => ({ name, fields: this.fields(random.between(1, 3)), interfaces: [] }));
    if (second !== undefined && random.chance(400)) {
      second.interfaces = [first];
      second.fields = [...first.fields, ...second.fields.filter((field) => !first.fields.some((one) => one.name === field.name))];
    }
    return [first, second].filter((type) => type !== undefined);
  }

  /** A definition with its members in braces, some of which may stand in an extension. */
  typeText(head, clause, lines) {
    const { random } = this;
    if (random.chance(120) && this.hasNotes && head !== "schema") this.extensions.push(`extend ${head} @note(text: "extended")`);
    let kept = lines;
    if (lines.length > 1 && random.chance(100)) {
      const at = random.between(1, lines.length - 1);
      kept = lines.slice(0, at);
      this.extensions.push(`extend ${head}${this.notes()} {\n${lines.slice(at).join("\n")}\n}`);
    }
    return `${head}${clause}${this.notes()} {\n${kept.join("\n")}\n}`;
  }

  unionText(name) {
    const { random } = this;
    const members = random.some(this.objects, random.between(1, 3));
    const at = random.chance(150) ? random.between(1, members.length) : members.length;
    if (at < members.length) this.extensions.push(`extend union ${name} = ${members.slice(at).join(" | ")}`);
    return `union ${name}${this.notes()} =${random.pick(["", "", " |"])} ${members.slice(0, at).join(" | ")}`;
  }

  description(indent) {
    return this.random.chance(60) ? `${indent}${this.random.pick(DESCRIPTIONS)}\n` : "";
  }

  notes() {
    return this.hasNotes && this.random.chance(60) ? this.random.pick(NOTES) : "";
  }

  enumText(name) {
    const values = this.random.some(["RED", "READ", "GREEN", "GREY", "BLUE"], this.random.between(1, 4));
    return this.typeText(
      `enum ${name}`,
      "",
      values.map((value) => `${this.description("  ")}  ${value}${this.deprecation(false)}${this.notes()}`),
    );
  }

  inputText(name, index) {
    const { random } = this;
    const isOneOf = random.chance(150);
    const fields = random.some(FIELD_NAMES, random.between(1, 4)).map((field) => {
      // Only earlier types may be required, so that no input object needs itself.
      const earlier = [...this.leafTypes, ...this.inputs.slice(0, index)];
      const isRecursive = random.chance(200);
      const inner = random.pick(isRecursive ? this.inputs : earlier);
      const type = isOneOf ? random.pick([inner, `[${inner}]`]) : this.wrap(inner, !isRecursive);
      return `${this.description("  ")}  ${field}: ${type}${isOneOf ? "" : this.defaultText(type)}${this.deprecation(isOneOf || type.endsWith("!"))}${this.notes()}`;
    });
    return this.typeText(`input ${name}`, isOneOf ? " @oneOf" : "", fields);
  }

  objectText(name, interfaces) {
    const { random } = this;
    const fields = new Map(this.fields(random.between(2, 4)).map((field) => [field.name, field]));
    const chosen = random.some(interfaces, random.below(interfaces.length + 1));
    const implemented = [...new Set(chosen.flatMap((type) => [...type.interfaces, type]))];
    for (const field of implemented.flatMap((type) => type.fields)) {
      fields.set(field.name, { ...field, type: this.isAsync || field.type.endsWith("!") || random.chance(700) ? field.type : `${field.type}!` });
    }
    // Two interfaces may ask for different fields of one name: then only the last of them is implemented.
    const kept = implemented.filter((type) =>
      type.fields.every((field) => {
        const own = fields.get(field.name);
        return own.arguments === field.arguments && [field.type, `${field.type}!`].includes(own.type);
      }),
    );
    return this.typeText(`type ${name}`, implementing(kept), this.fieldLines([...fields.values()]));
  }

  directiveText(name) {
    const { random } = this;
    const places = random.some(["FIELD", "QUERY", "FRAGMENT_SPREAD", "INLINE_FRAGMENT", "FRAGMENT_DEFINITION", "VARIABLE_DEFINITION"], random.between(1, 4));
    return `directive @${name}${this.argumentsText(500)}${random.chance(300) ? " repeatable" : ""} on ${places.join(" | ")}`;
  }

  fields(count) {
    return this.random.some(FIELD_NAMES, count).map((name) => ({ name, type: this.outputType(), arguments: this.argumentsText(400) }));
  }

  fieldLines(fields, canBeDeprecated = false) {
    return fields.map((field) => `${this.description("  ")}  ${field.name}${field.arguments}: ${field.type}${canBeDeprecated ? this.deprecation(false) : ""}${this.notes()}`);
  }

  argumentsText(perThousand) {
    const { random } = this;
    if (!random.chance(perThousand)) return "";
    const given = random.some(["first", "last", "filter", "order", "of", "by"], random.between(1, 3)).map((name) => {
      const type = this.wrap(random.pick([...this.leafTypes, ...this.inputs, ...this.inputs]), true);
      return `${this.random.chance(30) ? `${random.pick(DESCRIPTIONS)} ` : ""}${name}: ${type}${this.defaultText(type)}`;
    });
    return `(${given.join(random.pick([", ", " ", "\n    "]))})`;
  }

  outputType() {
    return this.wrap(this.random.pick(this.outputTypes), !this.isAsync);
  }

  wrap(type, mayBeRequired) {
    const { random } = this;
    let text = type;
    for (let level = random.pick([0, 0, 0, 1, 1, 2]); level > 0; level--) {
      text = mayBeRequired && random.chance(250) ? `[${text}!]` : `[${text}]`;
    }
    return mayBeRequired && random.chance(250) ? `${text}!` : text;
  }

  defaultText(type) {
    const { random } = this;
    const plain = type.replaceAll("!", "");
    const values = {
      Int: ["7", "-1"],
      Float: ["1.5", "2"],
      String: ['"text"', '"""block"""'],
      Boolean: ["true"],
      ID: ['"a"', "4"],
      "[Int]": ["[1, 2]", "3", "[]"],
      "[String]": ['["a"]', '"b"'],
      "[[Int]]": ["[[1], [2, 3]]", "[1]", "5"],
      "[Float]": ["[1, 2.5]", "1e3"],
      "[Boolean]": ["[true, false]", "true"],
      "[ID]": ['["a", 4]', '"""b"""'],
      "[[String]]": ['[["a"], []]', '"b"'],
    }[plain];
    if (!random.chance(300)) return "";
    if (values !== undefined) return ` = ${random.pick(values)}`;
    return type.endsWith("!") ? "" : " = null";
  }

  deprecation(isRequired) {
    return !isRequired && this.random.chance(40) ? this.random.pick([' @deprecated(reason: "Old.")', " @deprecated", ' @deprecated(reason: """\n  Very\n   old.\n  """)']) : "";
  }
}

function implementing(interfaces) {
  return interfaces.length > 0 ? ` implements ${interfaces.map((type) => type.name).join(" & ")}` : "";
}
