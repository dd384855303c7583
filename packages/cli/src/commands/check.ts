import type { CheckResult, ClaimRegistry, RegistryFile } from "@breakwater/claims";
import { defaultIntakeLimits, fileSource, readRecords, stdinSource, type RawRecord } from "@breakwater/intake";
import { renderCheck, toCheckJson } from "../outputs/check-result.ts";
import { createPainter, type Painter } from "../terminal/painter.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { say } from "../words/catalogue.ts";
import type { CheckCommandOptions } from "./check-options.ts";
import type { Lang } from "../words/phrase.ts";
import { readingEntries } from "./reading-entries.ts";
import { openForChecks, sayIndexing } from "./registry-index.ts";
import { openRegistry } from "./registry-store.ts";

/** A line of input: a post, or why it is none. */
type Line = { readonly id: string | number } & ({ readonly text: string } | { readonly error: string });

const limits = { ...defaultIntakeLimits, recordBytesMax: 16 << 20 };

/** Checks posts against a registry: one answer for each line of input, in its order. Nothing is kept of them. */
export async function checkPosts(options: CheckCommandOptions, terminal: Terminal): Promise<void> {
  await readingEntries(() => checkAll(options, terminal));
}

async function checkAll(options: CheckCommandOptions, terminal: Terminal): Promise<void> {
  const { registry: path, lang, isJson, top, trustImports } = options;
  const file = openRegistry(path);
  const painter = createPainter(terminal, false);
  const claims = openClaims(file, painter, lang);
  if (trustImports) terminal.err(`${say("check_trusting")[lang]}\n`);
  const entryOf = (id: string): ReturnType<typeof file.registry.entryAt> =>
    file.registry.entryAt(file.registry.placeOf(id));
  const isMarked = terminal.isWatched && terminal.env["NO_COLOR"] === undefined;
  const tell = (line: Line): void => {
    if ("error" in line) {
      terminal.out(
        isJson ? `${JSON.stringify(line)}\n` : `${say("check_unreadable", { id: line.id, why: line.error })[lang]}\n\n`,
      );
      return;
    }
    const result = judge(claims, line.text, { top, trustImports });
    if (isJson) terminal.out(`${toCheckJson(line.id, result, trustImports)}\n`);
    else terminal.out(`${renderCheck({ ...line, result, entryOf, lang, isMarked })}\n`);
  };
  for (const [i, text] of options.texts.entries()) tell({ id: i + 1, text });
  if (options.file === null) return;
  const source = options.file === "-" ? stdinSource() : fileSource(options.file);
  let count = 0;
  for await (const raw of readRecords(source, { limits })) {
    count += 1;
    tell(toLine(raw, count));
  }
}

function openClaims(file: RegistryFile, painter: Painter, lang: Lang): ClaimRegistry {
  try {
    return openForChecks(file, (n, all) => painter.paint(() => sayIndexing(n, all)[lang]));
  } finally {
    painter.done();
  }
}

function judge(
  claims: ClaimRegistry,
  text: string,
  { top, trustImports }: Pick<CheckCommandOptions, "top" | "trustImports">,
): CheckResult {
  return claims.check(text, { top, trustImports, at: Date.now() });
}

/** A post stands under `text`, or under a name that platforms use for it; a JSON string is a post by itself. */
const textNames = ["text", "content", "full_text", "微博正文"] as const;

function toLine(raw: RawRecord, count: number): Line {
  if (raw.kind === "broken") return { id: count, error: raw.reason };
  if (raw.kind === "page") return { id: count, error: "not_a_post" };
  if (typeof raw.value === "string") return { id: count, text: raw.value };
  if (typeof raw.value !== "object" || raw.value === null) return { id: count, error: "not_a_post" };
  const record = raw.value as Readonly<Record<string, unknown>>;
  const id = typeof record["id"] === "string" || typeof record["id"] === "number" ? record["id"] : count;
  for (const name of textNames) {
    const text = record[name];
    if (typeof text === "string") return { id, text };
  }
  return { id, error: "no_text" };
}
