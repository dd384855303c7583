import { parseArgs } from "node:util";
import {
  csvColumns,
  getInForce,
  toClaimReview,
  toCsvCells,
  toGoogleClaim,
  type Entry,
  type Registry,
  type Verdict,
} from "@breakwater/claims";
import { toCsvLine } from "../outputs/csv.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { say } from "../words/catalogue.ts";
import type { Lang } from "../words/phrase.ts";
import { verdictWords } from "../words/registry-terms.ts";
import { parseLang } from "./lang.ts";
import { defaultRegistry, openRegistry, replaceFile } from "./registry-store.ts";
import { parseChoice } from "./registry-values.ts";

const forms = ["ndjson", "csv", "claimreview", "google"] as const;

export type RegistryExportOptions = {
  readonly registry: string;
  readonly to: (typeof forms)[number];
  /** Null writes to the standard output. */
  readonly out: string | null;
  readonly isAll: boolean;
  readonly hasHistory: boolean;
  readonly isInternal: boolean;
  readonly lang: Lang;
  readonly isQuiet: boolean;
};

const flags = {
  registry: { type: "string" },
  to: { type: "string" },
  out: { type: "string" },
  all: { type: "boolean" },
  history: { type: "boolean" },
  internal: { type: "boolean" },
  lang: { type: "string" },
  quiet: { type: "boolean" },
} as const;

export function parseRegistryExportOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): RegistryExportOptions {
  const { values } = parseArgs({ args: [...args], options: flags });
  return {
    registry: values.registry ?? defaultRegistry,
    to: parseChoice("--to", values.to ?? "", forms),
    out: values.out ?? null,
    isAll: values.all ?? false,
    hasHistory: values.history ?? false,
    isInternal: values.internal ?? false,
    lang: parseLang(values.lang, env),
    isQuiet: values.quiet ?? false,
  };
}

/** Writes the registry in a form that others read. What goes to strangers is what is published, unless all is asked for. */
export function exportRegistry(options: RegistryExportOptions, terminal: Terminal): void {
  const { registry } = openRegistry(options.registry);
  const isForStrangers = (options.to === "claimreview" || options.to === "google") && !options.isAll;
  const all = [...registry.entries()];
  const entries = isForStrangers ? all.filter(isPublished) : all;
  const text = toText(options, registry, entries);
  if (options.out === null) {
    terminal.out(text);
    return;
  }
  replaceFile(options.out, text);
  if (options.isQuiet) return;
  terminal.out(`${say("registry_exported", { n: entries.length, path: options.out })[options.lang]}\n`);
  const left = all.length - entries.length;
  if (left > 0) terminal.out(`${say("registry_export_left", { n: left })[options.lang]}\n`);
}

function isPublished({ status }: Entry): boolean {
  return status === "published" || status === "corrected";
}

function toText(
  { to, hasHistory, isInternal, lang }: RegistryExportOptions,
  registry: Registry,
  entries: readonly Entry[],
): string {
  const words = (verdict: Verdict) => verdictWords[verdict][lang];
  switch (to) {
    case "ndjson":
      return hasHistory ? toHistories(registry) : entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");
    case "csv":
      return [toCsvLine(csvColumns), ...entries.map((entry) => toCsvLine(toCsvCells(entry)))].join("");
    case "claimreview":
      return toJson({
        "@context": "https://schema.org",
        "@type": "DataFeed",
        dataFeedElement: entries.map((entry) => ({
          "@type": "DataFeedItem",
          item: toClaimReview(entry, { verdictWords: words, isInternal }),
        })),
      });
    case "google":
      return toJson({ claims: entries.map((entry) => toGoogleClaim(entry, words)) });
  }
}

/** The entry in force, for whoever reads entries, and all versions, for whoever reads histories. */
function toHistories(registry: Registry): string {
  return Array.from({ length: registry.size }, (_, place) => {
    const record = registry.recordAt(place);
    return `${JSON.stringify({ ...getInForce(record).entry, ...record })}\n`;
  }).join("");
}

/** `</script>` inside a text would end the block that somebody puts this in. */
function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 1).replaceAll("<", "\\u003c")}\n`;
}
