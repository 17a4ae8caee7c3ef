// Whether a package that we use has a known vulnerability, as far as the registries say: `node tests/advisories.mjs nuget|npm FOLDER`.
// Exit code 0: none is known. 1: there are some, or the check itself failed. 2: the registry does not say; the reason is printed.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [NONE, FOUND, UNKNOWN] = [0, 1, 2];
const SECONDS_MAX = 180;
const options = { encoding: "utf8", timeout: SECONDS_MAX * 1000, maxBuffer: 64 * 1024 * 1024 };

function nuget() {
  const sources = execFileSync("dotnet", ["nuget", "list", "source", "--format", "short"], options);
  const enabled = [...sources.matchAll(/^E\s+(\S+)/gm)].map(([, address]) => address);
  const adds = enabled.map((address, i) => `<add key="source-${i}" value="${address.replaceAll("&", "&amp;")}" />`).join("");
  const folder = mkdtempSync(join(tmpdir(), "regional-network-advisories-"));
  try {
    const config = join(folder, "nuget.config");
    writeFileSync(config, `<configuration><packageSources><clear />${adds}</packageSources><auditSources><clear />${adds}</auditSources></configuration>`);
    const audit = ["-p:NuGetAudit=true", "-p:NuGetAuditMode=all", "-p:NuGetAuditLevel=low"];
    const run = spawnSync("dotnet", ["restore", "--locked-mode", "--force", "--configfile", config, ...audit], options);
    const printed = `${run.stdout}${run.stderr}`;
    const found = new Set(printed.match(/NU190[1-4]: .*/g));
    if (found.size > 0) {
      console.log([...found].join("\n"));
      return FOUND;
    }

    const silent = printed.match(/NU190[05]: .*/);
    if (silent) {
      console.log(silent[0]);
      return UNKNOWN;
    }

    console.log(run.status === 0 ? "No package of the solution has a known vulnerability." : printed);
    return run.status === 0 ? NONE : FOUND;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function npm(folder) {
  const { stdout, stderr } = spawnSync("npm", ["audit", "--json", "--prefix", folder], options);
  let report;
  try {
    report = JSON.parse(stdout);
  } catch {
    console.log(`npm audit gave no report: ${stderr}`);
    return FOUND;
  }
  if (report.metadata?.vulnerabilities === undefined) {
    console.log(`${folder}: ${report.message ?? report.error?.summary ?? "the registry gave no report"}`);
    return UNKNOWN;
  }

  const found = Object.values(report.vulnerabilities);
  console.log(found.length === 0 ? `No package of ${folder} has a known vulnerability.` : found.map(({ name, severity, range }) => `${name} ${range}: ${severity}`).join("\n"));
  return found.length === 0 ? NONE : FOUND;
}

const [kind, folder] = process.argv.slice(2);
process.exitCode = kind === "nuget" ? nuget() : npm(folder);
