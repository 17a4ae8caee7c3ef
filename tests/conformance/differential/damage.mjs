// Damages a text: a character or a token is lost, doubled, moved or replaced. Most of what comes out has a syntax error.
const TOKENS = /"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|\.\.\.|[_A-Za-z]\w*|-?\d+(?:\.\d+)?(?:e-?\d+)?|[^\s\w]|\s+/g;
const STRANGE = [
  "\u0000", "\uFEFF", "\uD800", "\uDC00", "“", "%", "?", '"', '"""', "\\", "{", "}", "(", ")", "[", "]", "...", "..", ".", "0", "01", "1.", "1e", "1.5.", "-",
  "0x1", "1a", "$", "@", "!", "&", "|", "=", ":", "\n", "\r\n", "#", "é", "😀", '"\\x"', '"\\u12"', '"\\u{110000}"', '"\\uD83D\\uDE00"', '"\\uD83D"', "on", "fragment",
  "query", "type", "extend", "true", "null", "$v0", "@skip", "implements", "schema", "directive", "input", "enum", "repeatable", '"text"', '"""a\n b"""',
];

export function damagedTokens(text, random, times = random.between(1, 2)) {
  const tokens = text.match(TOKENS) ?? [];
  for (let time = 0; time < times && tokens.length > 0; time++) {
    const at = random.below(tokens.length);
    const other = random.below(tokens.length);
    switch (random.below(6)) {
      case 0:
        tokens.splice(at, 1);
        break;
      case 1:
        tokens.splice(at, 0, tokens[other]);
        break;
      case 2:
        [tokens[at], tokens[other]] = [tokens[other], tokens[at]];
        break;
      case 3:
        tokens.splice(at, 0, random.pick(STRANGE));
        break;
      case 4:
        tokens[at] = random.pick(STRANGE);
        break;
      default:
        tokens.length = at;
    }
  }
  return tokens.join("");
}

export function damagedCharacters(text, random) {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + random.pick([random.pick(STRANGE), ""]) + text.slice(at + random.below(2));
}

/** Words changed for words that the text has as well, so that it mostly stays free of syntax errors but not of others. */
export function damagedWords(text, random) {
  const tokens = text.match(TOKENS) ?? [];
  const words = tokens.flatMap((token, index) => (/^[_A-Za-z]/.test(token) ? [index] : []));
  for (let time = random.between(1, 3); time > 0; time--) {
    tokens[random.pick(words)] = random.chance(100) ? random.pick(["__name", "Missing", "Int", "true", "Query"]) : tokens[random.pick(words)];
  }
  return tokens.join("");
}
