import type { claimChanges, claimContent, claimEntry, claimSourceKinds, claimVerdicts } from "@breakwater/contract";
import type { z } from "zod";

type Entry = z.infer<typeof claimEntry>;
type Content = z.input<typeof claimContent>;
type Changes = z.input<typeof claimChanges>;

/** A source as somebody writes it; `key` tells rows apart while they come and go. */
export type SourceRow = {
  readonly key: number;
  readonly text: string;
  readonly kind: (typeof claimSourceKinds)[number] | "";
  readonly publisher: string;
  readonly archive: string;
};
export type WordingRow = {
  readonly key: number;
  readonly text: string;
  readonly date: string;
  readonly source: string;
};

/** An entry while it is written: every field is there, and empty where the entry has none. */
export type ClaimForm = {
  readonly claim: string;
  readonly verdict: (typeof claimVerdicts)[number];
  readonly title: string;
  readonly explanation: string;
  readonly sources: readonly SourceRow[];
  readonly rightOfReply: string;
  readonly wordings: readonly WordingRow[];
  readonly url: string;
  readonly date: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly languages: string;
  readonly regions: string;
  readonly tags: string;
  readonly media: string;
};
export type FormField = keyof ClaimForm;

const texts = ["title", "explanation", "rightOfReply", "url", "date", "validFrom", "validTo"] as const;
const lists = ["languages", "regions", "tags", "media"] as const;

export const emptySource: Omit<SourceRow, "key"> = { text: "", kind: "", publisher: "", archive: "" };
export const emptyWording: Omit<WordingRow, "key"> = { text: "", date: "", source: "" };

export const emptyForm: ClaimForm = {
  claim: "",
  verdict: "false",
  title: "",
  explanation: "",
  sources: [1, 2].map((key) => ({ ...emptySource, key })),
  rightOfReply: "",
  wordings: [],
  url: "",
  date: "",
  validFrom: "",
  validTo: "",
  languages: "",
  regions: "",
  tags: "",
  media: "",
};

export function toForm(entry: Entry): ClaimForm {
  const said = Object.fromEntries(texts.map((name) => [name, entry[name] ?? ""]));
  const listed = Object.fromEntries(lists.map((name) => [name, entry[name].join(name === "media" ? "\n" : ", ")]));
  return {
    ...emptyForm,
    ...said,
    ...listed,
    claim: entry.claim,
    verdict: entry.verdict,
    sources: entry.sources.map((source, key) => toSourceRow(source, key)),
    wordings: entry.wordings.map(({ text, date = "", source = "" }, key) => ({ key, text, date, source })),
  };
}

function toSourceRow({ text, kind, publisher = "", archive = "" }: Entry["sources"][number], key: number): SourceRow {
  return { key, text, kind: kind ?? "", publisher, archive };
}

/** What the API takes for a new entry: empty fields are left out. */
export function toContent(form: ClaimForm): Content {
  const whole = toWhole(form);
  const present = Object.entries(whole).filter(
    ([, value]) => value !== null && (value as { length: number }).length > 0,
  );
  return { claim: form.claim.trim(), verdict: form.verdict, ...Object.fromEntries(present) };
}

/** What somebody changed since the form was opened; a text that was emptied is taken away. */
export function toChanges(before: ClaimForm, after: ClaimForm): Changes {
  const [old, whole] = [toWhole(before), toWhole(after)];
  const changed = Object.entries(whole).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(old[name as keyof typeof old]),
  );
  return Object.fromEntries(changed);
}

/** A key that no row has. */
export function toNewKey(rows: readonly { readonly key: number }[]): number {
  return 1 + Math.max(-1, ...rows.map(({ key }) => key));
}

function toWhole(form: ClaimForm) {
  const said = Object.fromEntries(texts.map((name) => [name, form[name].trim() === "" ? null : form[name].trim()]));
  const listed = Object.fromEntries(
    lists.map((name) => [name, cut(form[name], name === "media" ? /\n/ : /[,，、;；\n]/)]),
  );
  return {
    claim: form.claim.trim(),
    verdict: form.verdict,
    ...said,
    sources: form.sources.filter(({ text }) => text.trim() !== "").map(toSource),
    wordings: form.wordings.filter(({ text }) => text.trim() !== "").map(toWording),
    ...listed,
  };
}

function toSource({ text, kind, publisher, archive }: SourceRow) {
  return {
    text: text.trim(),
    ...(kind === "" ? {} : { kind }),
    ...(publisher.trim() === "" ? {} : { publisher: publisher.trim() }),
    ...(archive.trim() === "" ? {} : { archive: archive.trim() }),
  };
}

function toWording({ text, date, source }: WordingRow) {
  return {
    text: text.trim(),
    ...(date.trim() === "" ? {} : { date: date.trim() }),
    ...(source.trim() === "" ? {} : { source: source.trim() }),
  };
}

function cut(text: string, at: RegExp): readonly string[] {
  return text
    .split(at)
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
