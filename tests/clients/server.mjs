// The server with figures to compare: four councils of the West Midlands, their region and England. The numbers are invented.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { root, startServer } from "../conformance/server.mjs";

export { query, root } from "../conformance/server.mjs";
export const run = promisify(execFile);

const VISIBLE_SECONDS_MAX = 30;

export async function startServerWithFigures() {
  const server = await startServer();
  try {
    await run("dotnet", [server.executable, "import", join(root, "tests/clients/figures.csv"), "--data", server.data]);
    await figuresAreVisible(server.url);
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The import runs beside the server, which follows the journal. */
async function figuresAreVisible(url) {
  const end = Date.now() + VISIBLE_SECONDS_MAX * 1000;
  for (;;) {
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: '{ indicator(code: "CSW-01") { code } }' }),
    });
    const { data } = await response.json();
    if (data?.indicator != null) return;
    if (Date.now() > end) throw new Error(`The imported figures are not there after ${VISIBLE_SECONDS_MAX} s.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
