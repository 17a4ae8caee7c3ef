// Reads what the queries of this folder ask and use: the small part of Power Query's M that they are written in. There is no
// free engine for M, so this is how the texts are held to the server: the same request, and every column that they expand.
// M: https://learn.microsoft.com/en-us/powerquery-m/power-query-m-language-specification

/** The steps of `let ... in name`, by name, each as its expression's text. */
export function steps(text) {
  const [, body, result] = /^let\n([\s\S]*)\nin\n\s*(\w+)\s*$/m.exec(withoutComments(text));
  const found = new Map();
  for (const step of split(body)) {
    const [, name, expression] = /^\s*(\w+) = ([\s\S]*)$/.exec(step);
    found.set(name, expression.trim());
  }
  return { steps: found, result };
}

/** The request that Web.Contents sends: with a Content it is a POST. */
export function request({ steps }) {
  const [, url, options] = /^Web\.Contents\((\w+), ([\s\S]*)\)$/.exec(steps.get("Response"));
  const { Headers, Content } = record(options, steps);
  return { url: value(url, steps), method: "POST", headers: Headers, body: JSON.stringify(Content) };
}

/** What follows Json.Document: the table's rows, and the columns that a reader of the table relies on. */
export function table({ steps, result }, answer) {
  const values = new Map([["Answer", answer]]);
  const columns = [];
  let rows;
  for (const [name, expression] of steps) {
    const access = /^(\w+)((?:\[\w+\])+)$/.exec(expression);
    const fromRecords = /^Table\.FromRecords\((\w+(?:\[\w+\])*), (\{.*\})\)$/.exec(expression);
    const expanded = /^Table\.ExpandRecordColumn\(\w+, "(\w+)", (\{.*\})\)$/.exec(expression);
    const added = /^Table\.AddColumn\(\w+, "(\w+)", each (\w+(?:\[\w+\])+), type \w+\)$/.exec(expression);
    if (access !== null && values.has(access[1])) {
      values.set(name, path(expression, values));
    } else if (fromRecords !== null) {
      rows = path(fromRecords[1], values).map((row) => pick(row, list(fromRecords[2])));
      columns.push(...list(fromRecords[2]));
    } else if (expanded !== null) {
      const [, column, parts] = expanded;
      rows = rows.map(({ [column]: inner, ...row }) => ({ ...row, ...(inner === null ? {} : pick(inner, list(parts))) }));
      columns.splice(columns.indexOf(column), 1, ...list(parts));
    } else if (added !== null) {
      const constant = path(added[2], values);
      rows = rows.map((row) => ({ ...row, [added[1]]: constant }));
      columns.push(added[1]);
    }
  }
  if (!steps.has(result)) throw new Error(`The result ${result} is no step.`);
  return { columns, rows };
}

/** A field that is not there is an error in M as well. */
function pick(row, columns) {
  for (const column of columns) {
    if (!(column in row)) throw new Error(`The answer has no column ${column}; it has ${Object.keys(row).join(", ")}.`);
  }
  return Object.fromEntries(columns.map((column) => [column, row[column]]));
}

function path(expression, values) {
  const [, root, fields] = /^(\w+)((?:\[\w+\])*)$/.exec(expression);
  return [...fields.matchAll(/\[(\w+)\]/g)].reduce((at, [, field]) => pick(at, [field])[field], values.get(root));
}

function value(expression, steps) {
  const text = expression.trim();
  if (text.startsWith('"')) return text.slice(1, -1).replaceAll('""', '"');
  if (text.startsWith("[")) return record(text, steps);
  if (text.startsWith("Json.FromValue(")) return value(text.slice("Json.FromValue(".length, -1), steps);
  if (steps.has(text)) return value(steps.get(text), steps);
  throw new Error(`Not understood: ${text}`);
}

function record(text, steps) {
  const fields = split(text.trim().slice(1, -1)).map((field) => {
    const [, quoted, plain, expression] = /^\s*(?:#"([^"]+)"|(\w+)) = ([\s\S]*)$/.exec(field);
    return [quoted ?? plain, value(expression, steps)];
  });
  return Object.fromEntries(fields);
}

function list(text) {
  return [...text.matchAll(/"(\w+)"/g)].map(([, item]) => item);
}

function withoutComments(text) {
  return text.replaceAll(/^\s*\/\/.*\n/gm, "");
}

/** At commas that stand in no text and in no brackets. */
function split(text) {
  const parts = [""];
  let level = 0;
  let isText = false;
  for (const character of text) {
    if (character === '"') isText = !isText;
    if (!isText && "[({".includes(character)) level++;
    if (!isText && "])}".includes(character)) level--;
    if (character === "," && level === 0 && !isText) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts;
}
