// A penetration test's attempts: each is a test of its own, and a table at the end says what was tried and what came of it.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { SignJWT } from "jose";

const rows = [];

/** @param run answers with the outcome in a few words, or fails. */
export function attempt(name, tried, run) {
  test(`${name}: ${tried}`, async (t) => {
    const row = [name, tried, "GOT THROUGH"];
    rows.push(row);
    row[2] = await run(t);
  });
}

after(() => {
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map(([name, tried, outcome]) => `# ${name.padEnd(widths[0])} | ${tried.padEnd(widths[1])} | ${outcome}`);
  console.log(`${lines.join("\n")}\n# ${rows.length} attempts`);
});

/** A development token of any person: with the roles that it names, such as `psw@council:E08000031`, and `claims` over its own. */
export async function tokenOfPerson(server, subject, grants = [], claims = {}, header = {}, key = undefined) {
  const now = Math.floor(Date.now() / 1000);
  const secret = key ?? (await readFile(join(server.data, "keys/development-signing.key")));
  return new SignJWT({
    ...{ iss: "urn:regional-network:development", aud: "urn:regional-network", iat: now, nbf: now, exp: now + 3600 },
    ...{ sub: subject, grants },
    ...claims,
  })
    .setProtectedHeader({ alg: "HS256", ...header })
    .sign(secret);
}

export const as = (token) => (token ? { authorization: `Bearer ${token}` } : {});

let addresses = 0;

/** An address that nothing was asked from yet: the server believes a proxy on its own machine. */
export const fromElsewhere = () => ({ "x-forwarded-for": `198.51.100.${++addresses}` });
