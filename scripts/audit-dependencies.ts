// Asks the registry whether what the product runs on has known weaknesses. A registry that does not answer is told of, and is no fault:
// many a mirror has no such service.
import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

export type Audit =
  | { readonly kind: "clean" }
  | { readonly kind: "weak"; readonly packages: readonly string[] }
  | { readonly kind: "unanswered"; readonly reason: string };

const grave: ReadonlySet<unknown> = new Set(["high", "critical"]);

/** What `npm audit --json` said. */
export function judgeAudit(output: string): Audit {
  const report = parse(output);
  const vulnerabilities = report?.["vulnerabilities"];
  if (typeof vulnerabilities !== "object" || vulnerabilities === null) {
    const reason = [report?.["message"], report?.["summary"]].find((text) => typeof text === "string" && text !== "");
    return { kind: "unanswered", reason: typeof reason === "string" ? reason : "no report" };
  }
  const packages = Object.entries(vulnerabilities as Readonly<Record<string, { readonly severity?: unknown }>>)
    .filter(([, { severity }]) => grave.has(severity))
    .map(([name, { severity }]) => `${name} (${String(severity)})`);
  return packages.length === 0 ? { kind: "clean" } : { kind: "weak", packages };
}

function parse(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const npm = process.env["npm_execpath"];
  const words = ["audit", "--omit=dev", "--audit-level=high", "--json"];
  const { stdout } = spawnSync(
    npm === undefined ? "npm" : process.execPath,
    npm === undefined ? words : [npm, ...words],
    {
      cwd: dirname(dirname(fileURLToPath(import.meta.url))),
      encoding: "utf8",
      shell: npm === undefined && process.platform === "win32",
      timeout: 120_000,
    },
  );
  const audit = judgeAudit(stdout);
  if (audit.kind === "clean") process.stdout.write("dependencies: no weakness of high or critical severity is known\n");
  else if (audit.kind === "unanswered") {
    process.stdout.write(
      `dependencies: NOT CHECKED, the registry did not say (${audit.reason.split("\n")[0] ?? ""})\n`,
    );
  } else {
    process.stderr.write(`dependencies: known weaknesses in ${audit.packages.join(", ")}; see npm audit --omit=dev\n`);
    process.exit(1);
  }
}
