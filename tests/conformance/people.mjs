// Who sends a request: anybody, with any token that the development key signs, from any address.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { SignJWT } from "jose";

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
