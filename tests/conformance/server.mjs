// Starts the server under test (REGIONALNETWORK_SERVER, which tests/run sets, or the Release build) on a free port of loopback
// with an empty data folder, and stops it by its process id.
import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { secretsIn } from "./secrets.mjs";

const START_SECONDS_MAX = 60;
export const root = fileURLToPath(new URL("../..", import.meta.url));

export const startServer = (...options) => startServerWith({}, ...options);

/** The same with settings of its own, such as `{ AzureAd__TenantId: "..." }`. */
export const startServerWith = async (environment, ...options) =>
  startServerIn(await mkdtemp(join(tmpdir(), "regional-network-")), environment, ...options);

/** The same in a folder that is there, such as that of a server which was stopped with `{ keep: true }`. */
export async function startServerIn(data, environment, ...options) {
  const executable = process.env.REGIONALNETWORK_SERVER ?? join(root, "src/RegionalNetwork.Server/bin/Release/net10.0/RegionalNetwork.Server.dll");
  const child = spawn("dotnet", [executable, "--data", data, "--urls", "http://127.0.0.1:0", ...options], {
    env: { ...process.env, ASPNETCORE_ENVIRONMENT: "Development", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  child.stdout.on("data", (chunk) => (log += chunk));
  child.stderr.on("data", (chunk) => {
    log += chunk;
    process.stderr.write(chunk);
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const url = await new Promise((resolve, reject) => {
    let printed = "";
    const timer = setTimeout(() => reject(new Error(`No address after ${START_SECONDS_MAX} s:\n${printed}`)), START_SECONDS_MAX * 1000);
    child.stdout.on("data", (chunk) => {
      printed += chunk;
      const address = /listens on (http:\/\/[\w.]+:\d+)/.exec(printed);
      if (address) {
        clearTimeout(timer);
        resolve(address[1]);
      }
    });
    ended.then((code) => reject(new Error(`The server ended with ${code}:\n${log}`)));
  });
  return {
    url,
    data,
    executable,
    pid: child.pid,
    /** Everything that it has printed so far. */
    log: () => log,
    /** With `{ keep: true }` the data folder stays, for another start. */
    async stop({ keep = false } = {}) {
      child.kill("SIGTERM");
      await ended;
      if (!keep) {
        await rm(data, { recursive: true, force: true });
      }
      // Over everything that the server printed in whatever suite it was started for.
      const secrets = secretsIn(log);
      if (secrets.length > 0) {
        throw new Error(`The server logged what it must not:\n${secrets.join("\n")}`);
      }
    },
  };
}

export async function query(url, body, headers = {}) {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json", ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, type: response.headers.get("content-type"), body: await response.json() };
}

/** Roles that together may do everything in Wolverhampton, the West Midlands and the nation: for `tokenOf`. */
export const EVERYTHING = [
  ...["psw", "--as", "approver", "--as", "coordinator", "--as", "chair", "--as", "national-office", "--as", "operator"],
  ...["--council", "E08000031", "--network", "west-midlands"],
];

/** A token that this server accepts, such as `tokenOf(server, "psw", "--council", "E08000031")`. */
export async function tokenOf(server, role, ...options) {
  const command = [server.executable, "token", "--data", server.data, "--as", role, ...options];
  const { stdout } = await promisify(execFile)("dotnet", command);
  return stdout.trim();
}

/** Imports a data set of one figure, `staff_count`, as a publication that has the file's name. */
export async function importFigures(server, fileName) {
  const rows = [
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,staff_count",
    "2024,Reporting year,Local authority,E92000001,England,E12000005,West Midlands,330,E08000025,Birmingham,5",
  ];
  const form = new FormData();
  form.append("data", new Blob([rows.join("\n") + "\n"]), fileName);
  const headers = { authorization: `Bearer ${await tokenOf(server, "operator")}` };
  const response = await fetch(`${server.url}/imports`, { method: "POST", headers, body: form });
  if (!response.ok) {
    throw new Error(`${fileName} was not imported: ${await response.text()}`);
  }
}
