import { isNoticeKind, noticeKinds } from "@breakwater/contract";
import type { Notice } from "@breakwater/server/service";
import type { Lang } from "../words/phrase.ts";

/** Kinds that tell somebody who watches a terminal what the service finds; the others are for machines. */
const watched: ReadonlySet<string> = new Set([
  "group.found",
  "lead.opened",
  "lead.learning",
  "lead.ended",
  "detector.paused",
]);

/** One line for a notice; null where it is of no interest here. */
export function sayNotice({ kind, at, data }: Notice, lang: Lang): string | null {
  if (!watched.has(kind) || !isNoticeKind(kind)) return null;
  const facts = Object.entries(data as Readonly<Record<string, unknown>>)
    .filter(([, value]) => value !== null && typeof value !== "object")
    .map(([name, value]) => `${name}=${String(value)}`);
  return `${new Date(at).toLocaleTimeString(lang === "zh" ? "zh-CN" : "en-GB")}  ${noticeKinds[kind][lang]} ${facts.join(" ")}`;
}
