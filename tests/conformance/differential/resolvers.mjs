// What every field answers follows from its path and its type alone. The engine's tests compute the same
// (tests/RegionalNetwork.GraphQL.Tests/Differential/PathResolvers.cs): change both or none.
import { getNamedType, isAbstractType, isEnumType, isListType, isNonNullType, isObjectType } from "graphql";

const FNV_OFFSET = 2166136261;
const FNV_PRIME = 16777619;
const INTS = [0, 1, -1, 42, 2147483647, -2147483648, 2147483648, 1.5, "7", "x", true];
const FLOATS = [0, 0.5, -1.25, 3, 1e21, 1e-7, 123456.789, "1.5", "x", true];
const STRINGS = ["a", "", "two\nlines", 'q"\\', "é😀", "\u2028<&>", 12, 1.5, true];
const IDS = ["a", "", "12", 12, -3, true, 1.5];
const BOOLEANS = [true, false, 1, 0, "x"];
const EVENTS = 3;

export function hash(text) {
  let value = FNV_OFFSET;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), FNV_PRIME);
  }
  value ^= value >>> 16;
  value = Math.imul(value, 0x85ebca6b);
  value ^= value >>> 13;
  return value >>> 0;
}

export class PathResolvers {
  constructor(schema, isAsync) {
    this.schema = schema;
    this.isAsync = isAsync;
    this.argumentsSeen = {};
    this.subscribe = (_, given, __, info) => {
      const key = pathText(info.path);
      this.note(key, given, info);
      if (isRefused(key)) throw new Error(`Refused at ${key}.`);
      return this.events(info.returnType, key);
    };
    this.resolve = (source, given, __, info) => {
      // An event is the value of the field that is subscribed to.
      if (info.parentType === this.schema.getSubscriptionType()) return source.event;
      const key = pathText(info.path);
      this.note(key, given, info);
      const isLate = this.isAsync && hash(info.fieldName) % 3 === 0;
      const answer = () => {
        if (isRefused(key)) throw new Error(`Refused at ${key}.`);
        return this.answer(info.returnType, key);
      };
      return isLate ? Promise.resolve().then(answer) : answer();
    };
  }

  note(key, given, info) {
    if (info.parentType.getFields()[info.fieldName].args.length > 0) {
      this.argumentsSeen[key] = given;
    }
  }

  /** Nothing that happens is null. */
  async *events(type, key) {
    for (let index = 0; index < EVENTS; index++) {
      const event = this.answer(type, `${key}#${index}`);
      if (event !== null) yield { event };
    }
  }

  answer(type, key) {
    const drawn = hash(key);
    const roll = drawn % 24;
    if (roll < 2) return null;
    const plain = isNonNullType(type) ? type.ofType : type;
    const rest = Math.floor(drawn / 24);
    if (isListType(plain)) {
      return Array.from({ length: rest % 4 }, (_, index) => this.answer(plain.ofType, `${key}.${index}`));
    }
    return this.single(getNamedType(plain), rest);
  }

  single(type, drawn) {
    if (isObjectType(type)) return { __typename: type.name };
    if (isAbstractType(type)) {
      const possible = this.schema.getPossibleTypes(type);
      return possible.length === 0 ? null : { __typename: named(possible, drawn) };
    }
    if (isEnumType(type)) return drawn % 16 === 0 ? "NO_SUCH" : named(type.getValues(), drawn);
    // The wrong values stand at the end of each list: one in four draws may meet them.
    const from = { Int: [INTS, 6], Float: [FLOATS, 7], String: [STRINGS, 6], ID: [IDS, 5], Boolean: [BOOLEANS, 2] }[type.name] ?? [STRINGS, 9];
    const [values, good] = from;
    return values[Math.floor(drawn / 4) % (drawn % 4 === 0 ? values.length : good)];
  }
}

function isRefused(key) {
  return hash(`${key}!`) % 24 === 0;
}

/** By name, because engines may keep types in different orders. */
function named(items, drawn) {
  const names = items.map((item) => item.name).sort();
  return names[drawn % names.length];
}

function pathText(path) {
  return path.prev === undefined ? `${path.key}` : `${pathText(path.prev)}.${path.key}`;
}
