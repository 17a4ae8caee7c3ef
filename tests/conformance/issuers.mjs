// Real OpenID Connect issuers (npm oidc-provider) on loopback: two councils' tenants, laid out as Microsoft Entra ID lays out its
// tenants, and the national office's own issuer. One process and one port; each issuer has keys of its own.
import { createHash, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { decodeJwt, exportJWK, generateKeyPair, importJWK, SignJWT } from "jose";
import Provider from "oidc-provider";

export const AUDIENCE = "api://regional-network";
const SCOPES = "Network.Read Network.ReadWrite";
const TOKEN_SECONDS = 600;

const SYSTEM = { client_id: "council-system", client_secret: "system-secret-for-tests-only", redirect_uris: [], response_types: [] };
export const WEB = { client_id: "regional-network-pages", client_secret: "pages-secret-for-tests-only" };

class Issuer {
  /** @param path where it is mounted; @param tenant what `tid` says, or null where tokens have none. */
  constructor(origin, path, tenant) {
    Object.assign(this, { url: `${origin}${path}`, path, tenant, people: new Map(), redirects: [], isDown: false, isHeld: false, replaceIdToken: null });
  }

  /** From now on it signs with a new key and publishes no other. */
  async rotate() {
    const { privateKey } = await generateKeyPair("RS256", { extractable: true });
    this.jwk = { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: "RS256", use: "sig" };
    this.#rebuild();
  }

  /** The pages of a server may be signed in to from here. */
  allow(server, name) {
    this.redirects = [`${server}/sign-in/callback/${name}`];
    this.signedOut = [`${server}/sign-in`];
    this.#rebuild();
  }

  #rebuild() {
    const tenant = this.tenant ? { tid: this.tenant } : {};
    const pages = { ...WEB, redirect_uris: this.redirects, post_logout_redirect_uris: this.signedOut, grant_types: ["authorization_code"], token_endpoint_auth_method: "client_secret_post" };
    this.provider = new Provider(this.url, {
      jwks: { keys: [this.jwk] },
      cookies: { keys: [randomUUID()] },
      clients: [{ ...SYSTEM, grant_types: ["client_credentials"] }, ...(this.redirects.length > 0 ? [pages] : [])],
      scopes: ["openid", "profile", ...SCOPES.split(" ")],
      claims: { openid: ["sub", "oid", "tid"], profile: ["name"] },
      conformIdTokenClaims: false,
      ttl: { AccessToken: TOKEN_SECONDS, ClientCredentials: TOKEN_SECONDS, IdToken: TOKEN_SECONDS, Session: 3600, Grant: 3600, Interaction: 600 },
      features: {
        clientCredentials: { enabled: true },
        devInteractions: { enabled: false },
        resourceIndicators: {
          enabled: true,
          defaultResource: () => AUDIENCE,
          useGrantedResource: () => true,
          getResourceServerInfo: () => ({ scope: SCOPES, audience: AUDIENCE, accessTokenFormat: "jwt", jwt: { sign: { alg: "RS256" } } }),
        },
      },
      extraTokenClaims: (_, token) =>
        token.kind === "ClientCredentials" ? { ...tenant, oid: `system-of-${this.tenant}`, roles: ["Network.ReadWrite.All"] } : tenant,
      findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, oid: `oid-of-${id}`, ...tenant, name: this.people.get(id) ?? id }) }),
      loadExistingGrant: async (context) => {
        const { oidc } = context;
        const grant = new oidc.provider.Grant({ accountId: oidc.session.accountId, clientId: oidc.client.clientId });
        grant.addOIDCScope("openid profile");
        grant.addResourceScope(AUDIENCE, SCOPES);
        await grant.save();
        return grant;
      },
      interactions: { url: (_, interaction) => `${this.path}/interaction/${interaction.uid}` },
    });
    // If a test says so, what would send the browser back is kept for the test.
    this.provider.use(async (context, next) => {
      await next();
      const location = context.response.get("location");
      if (this.isHeld && this.redirects.some((redirect) => location.startsWith(redirect))) {
        this.held = location;
        context.remove("location");
        context.status = 200;
        context.body = "Held";
      }
    });
    // Once, if a test says so: another ID token than the right one, made from the nonce of the right one.
    this.provider.use(async (context, next) => {
      await next();
      if (context.oidc?.route === "token" && context.body?.id_token && this.replaceIdToken) {
        const make = this.replaceIdToken;
        this.replaceIdToken = null;
        context.body.id_token = await make(decodeJwt(context.body.id_token).nonce);
      }
    });
    this.callback = this.provider.callback();
  }

  /** Its own page: whoever says a name is signed in under it. */
  async #interact(request, response) {
    if (request.method === "GET") {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end('<title>Issuer</title><form method="post"><input name="login"><button>Sign in</button></form>');
      return;
    }

    let form = "";
    for await (const chunk of request) {
      form += chunk;
    }
    await this.provider.interactionFinished(request, response, { login: { accountId: new URLSearchParams(form).get("login") } });
  }

  async answer(request, response) {
    request.originalUrl = request.url;
    request.url = request.url.slice(this.path.length) || "/";
    await (request.url.startsWith("/interaction/") ? this.#interact(request, response) : this.callback(request, response));
  }

  /** A token for a council's system, by client credentials over HTTP. */
  async systemToken() {
    const metadata = await (await fetch(`${this.url}/.well-known/openid-configuration`)).json();
    const { client_id, client_secret } = SYSTEM;
    const response = await fetch(metadata.token_endpoint, {
      method: "POST",
      headers: { authorization: `Basic ${Buffer.from(`${client_id}:${client_secret}`).toString("base64")}` },
      body: new URLSearchParams({ grant_type: "client_credentials", resource: AUDIENCE }),
    });
    const answer = await response.json();
    if (!response.ok) {
      throw new Error(`No token: ${JSON.stringify(answer)}`);
    }
    return answer.access_token;
  }

  /** What a person's app would get; `claims` and `header` change it, and undefined takes something away. */
  claims(changes = {}) {
    const now = Math.floor(Date.now() / 1000);
    const tenant = this.tenant ? { tid: this.tenant } : {};
    return { iss: this.url, aud: AUDIENCE, sub: "somebody", oid: "oid-of-somebody", azp: "an-app", scp: "Network.ReadWrite", iat: now, nbf: now, exp: now + TOKEN_SECONDS, ...tenant, ...changes };
  }

  async sign(changes = {}, header = {}, jwk = this.jwk) {
    return new SignJWT(this.claims(changes)).setProtectedHeader({ alg: "RS256", kid: this.jwk.kid, ...header }).sign(await importJWK(jwk, "RS256"));
  }
}

export async function startIssuers() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const [tenantA, tenantB] = [randomUUID(), randomUUID()];
  const councilA = new Issuer(origin, `/${tenantA}/v2.0`, tenantA);
  const councilB = new Issuer(origin, `/${tenantB}/v2.0`, tenantB);
  const office = new Issuer(origin, "/national-office", null);
  const issuers = [councilA, councilB, office];
  for (const issuer of issuers) {
    await issuer.rotate();
  }

  const asked = [];
  server.on("request", (request, response) => {
    asked.push(request.url);
    // As Entra has it: the metadata of v1.0 tokens, which have another issuer and the same keys.
    const first = issuers.find(({ tenant }) => tenant && request.url === `/${tenant}/.well-known/openid-configuration`);
    if (first) {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ issuer: firstVersionOf(first), jwks_uri: `${first.url}/jwks` }));
      return;
    }

    const issuer = issuers.find(({ path }) => request.url.startsWith(`${path}/`));
    if (!issuer || issuer.isDown) {
      response.writeHead(issuer ? 503 : 404).end();
      return;
    }

    issuer.answer(request, response).catch((fault) => response.destroy(fault));
  });

  return {
    councilA,
    councilB,
    office,
    /** The path of every request that came. */
    asked,
    /** Settings of a server that accepts all three. */
    environment: {
      AzureAd__Instance: `${origin}/`,
      AzureAd__TenantId: tenantA,
      AzureAd__AllowedTenants__0: tenantB,
      AzureAd__ClientId: WEB.client_id,
      AzureAd__Audience: AUDIENCE,
      Issuers__0__Name: "National office",
      Issuers__0__Authority: office.url,
      Issuers__0__Audience: AUDIENCE,
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const firstVersionOf = ({ tenant }) => `https://sts.windows.net/${tenant}/`;

/** What `viewer.subject` is for somebody of the issuer who is signed in and has no role yet; `subject` is their `oid`, or else their `sub`. */
export const unknown = ({ url, tenant }, subject) => `unknown-${createHash("sha256").update(`${url}\n${tenant ?? ""}\n${subject}`).digest("hex").slice(0, 16)}`;
