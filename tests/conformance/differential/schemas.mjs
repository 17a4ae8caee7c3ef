// Small schemas as text. They are valid: damage.mjs makes the invalid ones out of them. Names are alike on purpose, so that
// "did you mean" has something to say.
const FIELD_NAMES = ["name", "names", "age", "ages", "cat", "cats", "size", "sizes", "owner", "kind", "tag", "id"];
const BUILT_IN = ["Int", "Float", "String", "Boolean", "ID"];

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
    this.leafTypes = [...BUILT_IN, ...this.enums, ...this.scalars];
    this.outputTypes = [...this.leafTypes, ...this.objects, ...this.interfaces, ...this.unions, ...this.objects];
  }

  write() {
    const { random } = this;
    const interfaces = this.interfaces.map((name) => ({ name, fields: this.fields(random.between(1, 3)) }));
    const roots = ["Query"];
    if (random.chance(500)) roots.push("Mutation");
    if (random.chance(300)) roots.push("Subscription");
    // An interface that nothing implements overlaps with nothing, not even with itself; graphql-js 16 lets it.
    const objects = this.objects.map((name) => this.objectText(name, interfaces));
    const parts = [
      ...this.enums.map((name) => this.enumText(name)),
      ...this.scalars.map((name) => `scalar ${name}`),
      ...this.inputs.map((name, index) => this.inputText(name, index)),
      ...interfaces.map((type) => `interface ${type.name} {\n${this.fieldsText(type.fields)}\n}`),
      ...objects,
      ...this.unions.map((name) => `union ${name} = ${random.some(this.objects, random.between(1, 3)).join(" | ")}`),
      ...roots.map((name) => `type ${name} {\n${this.fieldsText(this.fields(random.between(3, 6)), true)}\n}`),
      ...["mark", "marks"].slice(0, random.between(0, 2)).map((name) => this.directiveText(name)),
    ];
    if (random.chance(150)) {
      parts.push(`extend type Query { extra: ${this.outputType()} }`);
    }
    if (random.chance(150)) {
      parts.push(`schema {\n${roots.map((name) => `  ${name.toLowerCase()}: ${name}`).join("\n")}\n}`);
    }
    const described = parts.map((part) => (random.chance(80) && !part.startsWith("extend") ? `"About this."\n${part}` : part));
    return { text: described.join("\n\n") + "\n", isAsync: this.isAsync };
  }

  enumText(name) {
    const values = this.random.some(["RED", "READ", "GREEN", "GREY", "BLUE"], this.random.between(1, 4));
    return `enum ${name} {\n  ${values.join("\n  ")}\n}`;
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
      return `  ${field}: ${type}${isOneOf ? "" : this.defaultText(type)}${this.deprecation(isOneOf || type.endsWith("!"))}`;
    });
    return `input ${name}${isOneOf ? " @oneOf" : ""} {\n${fields.join("\n")}\n}`;
  }

  objectText(name, interfaces) {
    const { random } = this;
    const fields = new Map(this.fields(random.between(2, 4)).map((field) => [field.name, field]));
    const implemented = random.some(interfaces, random.below(interfaces.length + 1));
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
    const clause = kept.length > 0 ? ` implements ${kept.map((type) => type.name).join(" & ")}` : "";
    return `type ${name}${clause} {\n${this.fieldsText([...fields.values()])}\n}`;
  }

  directiveText(name) {
    const { random } = this;
    const places = random.some(["FIELD", "QUERY", "FRAGMENT_SPREAD", "INLINE_FRAGMENT", "FRAGMENT_DEFINITION", "VARIABLE_DEFINITION"], random.between(1, 4));
    return `directive @${name}${this.argumentsText(500)}${random.chance(300) ? " repeatable" : ""} on ${places.join(" | ")}`;
  }

  fields(count) {
    return this.random.some(FIELD_NAMES, count).map((name) => ({ name, type: this.outputType(), arguments: this.argumentsText(400) }));
  }

  fieldsText(fields, canBeDeprecated = false) {
    return fields.map((field) => `  ${field.name}${field.arguments}: ${field.type}${canBeDeprecated ? this.deprecation(false) : ""}`).join("\n");
  }

  argumentsText(perThousand) {
    const { random } = this;
    if (!random.chance(perThousand)) return "";
    const given = random.some(["first", "last", "filter", "order", "of", "by"], random.between(1, 3)).map((name) => {
      const type = this.wrap(random.pick([...this.leafTypes, ...this.inputs, ...this.inputs]), true);
      return `${name}: ${type}${this.defaultText(type)}`;
    });
    return `(${given.join(", ")})`;
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
    }[plain];
    if (!random.chance(300)) return "";
    if (values !== undefined) return ` = ${random.pick(values)}`;
    return type.endsWith("!") ? "" : " = null";
  }

  deprecation(isRequired) {
    return !isRequired && this.random.chance(40) ? ' @deprecated(reason: "Old.")' : "";
  }
}
