// What must never stand in a log, whoever sent it.
const SECRETS = {
  "a token": /\beyJ[\w-]{5,}/,
  "an authorization header": /\bauthorization\s*[:=]|\b(?:bearer|basic)\s+[\w.~+/-]{8,}/i,
  "a one-time code": /\b(?:[a-z2-7]{4}-){7}[a-z2-7]{4}\b/i,
  "a cookie": /\b(?:set-)?cookie\s*[:=]|__Host-[\w.-]+=/i,
  "a secret of a client": /client_secret|secret-for-tests-only/i,
  "a code or proof of signing in": /\b(?:code|code_verifier|id_token|access_token|refresh_token)=[\w.-]{8,}/i,
  "a private key": /-----BEGIN [A-Z ]*PRIVATE KEY/,
  "an e-mail address": /[\w.+-]+@[\w-]+\.[a-z]{2,}/i,
};

/** Each secret that a log has, with its line. */
export const secretsIn = (log) =>
  log.split("\n").flatMap((line) =>
    Object.entries(SECRETS)
      .filter(([, pattern]) => pattern.test(line))
      .map(([what]) => `${what}: ${line}`),
  );
