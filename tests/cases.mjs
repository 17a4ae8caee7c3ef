// A reporter for node's test runner: how many cases each file ran, and how many of them it skipped.
import { basename } from "node:path";

export default async function* cases(events) {
  const files = new Map();
  for await (const { type, data } of events) {
    const isCase = (type === "test:pass" || type === "test:fail") && data.details?.type !== "suite";
    // In some versions of node the file itself is reported as a test of its own.
    if (isCase && data.file && data.name !== data.file) {
      const count = files.get(data.file) ?? { run: 0, skipped: 0 };
      files.set(data.file, count);
      count[data.skip === undefined ? "run" : "skipped"]++;
    }
  }
  for (const [file, { run, skipped }] of [...files].sort()) {
    yield `# ${basename(file)}: ${run} cases${skipped ? `, ${skipped} skipped` : ""}\n`;
  }
}
