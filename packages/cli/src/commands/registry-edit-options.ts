import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import {
  contentFields,
  sourceKinds,
  verdicts,
  type EntryContent,
  type EntrySource,
  type Verdict,
} from "@breakwater/claims";
import { CliError } from "../cli-error.ts";
import { say } from "../words/catalogue.ts";
import type { Lang } from "../words/phrase.ts";
import { parseLang } from "./lang.ts";
import { codeOf } from "./read-file.ts";
import { defaultRegistry } from "./registry-store.ts";
import { parseChoice } from "./registry-values.ts";

/** What was written on the command line of an entry; absent where nothing was said. Lists are what is to be added. */
export type GivenContent = {
  readonly texts: Readonly<
    Partial<
      Record<"claim" | "title" | "explanation" | "rightOfReply" | "url" | "date" | "validFrom" | "validTo", string>
    >
  >;
  readonly verdict?: Verdict;
  readonly lists: Readonly<Record<"wordings" | "languages" | "regions" | "tags" | "media", readonly string[]>> & {
    readonly sources: readonly EntrySource[];
  };
  readonly cleared: readonly (keyof EntryContent)[];
};

export type RegistryEditOptions = {
  readonly registry: string;
  readonly ids: readonly string[];
  /** The id of a new entry; null makes one. */
  readonly id: string | null;
  readonly by: string;
  readonly reason: string;
  readonly content: GivenContent;
  readonly lang: Lang;
  readonly isQuiet: boolean;
};

export type EditVerb = "add" | "edit" | "review" | "publish" | "adopt" | "withdraw";

const common = {
  registry: { type: "string" },
  by: { type: "string" },
  lang: { type: "string" },
  quiet: { type: "boolean" },
} as const;
const contentFlags = {
  claim: { type: "string" },
  verdict: { type: "string" },
  title: { type: "string" },
  explanation: { type: "string" },
  url: { type: "string" },
  date: { type: "string" },
  "valid-from": { type: "string" },
  "valid-to": { type: "string" },
  wording: { type: "string", multiple: true },
  source: { type: "string", multiple: true },
  reply: { type: "string" },
  language: { type: "string", multiple: true },
  region: { type: "string", multiple: true },
  tag: { type: "string", multiple: true },
  media: { type: "string", multiple: true },
} as const;
/** Every command knows its own options only: a misplaced one is an error, not ignored. */
const flagsOf = {
  add: { ...common, ...contentFlags, id: { type: "string" } },
  edit: { ...common, ...contentFlags, reason: { type: "string" }, clear: { type: "string", multiple: true } },
  review: { ...common, ids: { type: "string" } },
  publish: { ...common, url: { type: "string" }, date: { type: "string" } },
  adopt: { ...common, ids: { type: "string" } },
  withdraw: { ...common, ids: { type: "string" }, reason: { type: "string" } },
} as const;

export function parseRegistryEditOptions(
  verb: EditVerb,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): RegistryEditOptions {
  const parsed = parseArgs({ args: [...args], options: flagsOf[verb], allowPositionals: verb !== "add" });
  const values = parsed.values as Readonly<Record<string, string | readonly string[] | boolean | undefined>>;
  const word = (name: string): string | undefined => (typeof values[name] === "string" ? values[name] : undefined);
  const list = (name: string): readonly string[] => {
    const value = values[name];
    return typeof value === "object" ? value : [];
  };
  const verdict = word("verdict");
  return {
    registry: word("registry") ?? defaultRegistry,
    ids: [...parsed.positionals, ...readIds(word("ids"))],
    id: word("id") ?? null,
    by: word("by") ?? "",
    reason: word("reason") ?? "",
    content: {
      texts: withPresent({
        claim: word("claim"),
        title: word("title"),
        explanation: word("explanation"),
        rightOfReply: word("reply"),
        url: word("url"),
        date: word("date"),
        validFrom: word("valid-from"),
        validTo: word("valid-to"),
      }),
      ...(verdict === undefined ? {} : { verdict: parseChoice("--verdict", verdict, verdicts) }),
      lists: {
        wordings: list("wording"),
        sources: list("source").map(parseSource),
        languages: list("language"),
        regions: list("region"),
        tags: list("tag"),
        media: list("media"),
      },
      cleared: list("clear")
        .flatMap((names) => names.split(","))
        .map(parseCleared),
    },
    lang: parseLang(word("lang"), env),
    isQuiet: values["quiet"] === true,
  };
}

/** `KIND|PUBLISHER|TEXT`; without bars the whole is the text. */
function parseSource(word: string): EntrySource {
  const [kind = "", publisher = "", ...rest] = word.split("|");
  if (rest.length === 0) return { text: word };
  return {
    text: rest.join("|").trim(),
    ...(kind.trim() === "" ? {} : { kind: parseChoice("--source", kind.trim(), sourceKinds) }),
    ...(publisher.trim() === "" ? {} : { publisher: publisher.trim() }),
  };
}

const clearable = contentFields.filter((field) => field !== "claim" && field !== "verdict");

function parseCleared(word: string): keyof EntryContent {
  const found = clearable.find((field) => field === word.trim());
  if (found === undefined)
    throw new CliError(say("error_registry_choice", { option: "--clear", word, names: clearable.join(", ") }));
  return found;
}

function withPresent(texts: Readonly<Record<keyof GivenContent["texts"], string | undefined>>): GivenContent["texts"] {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
}

function readIds(path: string | undefined): readonly string[] {
  if (path === undefined) return [];
  try {
    const text = readFileSync(path === "-" ? 0 : path, "utf8");
    return text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== "");
  } catch (error) {
    throw new CliError(say("error_read_file", { path, code: codeOf(error) }), error);
  }
}
