import type { Instant, RefusalCode } from "@breakwater/casework";

export const letterLanguages = ["en", "zh-Hans"] as const;
export type LetterLanguage = (typeof letterLanguages)[number];

/** What a person reads, in one language. */
export type Letter = {
  readonly language: LetterLanguage;
  readonly subject: string;
  readonly sections: readonly Section[];
};
export type Section = { readonly id: string; readonly heading: string; readonly lines: readonly string[] };

export type Written =
  | { readonly kind: "written"; readonly letter: Letter }
  /** A gap that somebody has to fill first: it is not sent. */
  | { readonly kind: "open"; readonly code: RefusalCode; readonly about: readonly string[] }
  /** What it was about is gone. */
  | { readonly kind: "over" };

/** A letter, or the gaps in it: a line or heading that came to nothing. */
export function toWritten(language: LetterLanguage, subject: string, sections: readonly Section[]): Written {
  const isBlank = (text: string): boolean => text.trim() === "";
  const open = sections.filter(({ heading, lines }) => isBlank(heading) || lines.length === 0 || lines.some(isBlank));
  if (open.length > 0) return { kind: "open", code: "template_gap", about: open.map(({ id }) => id) };
  return { kind: "written", letter: { language, subject, sections } };
}

const locales: Readonly<Record<LetterLanguage, string>> = { en: "en-GB", "zh-Hans": "zh-CN" };

/** As people write it: 3 March 2026, 2026年3月3日. By UTC, whose day it is. */
export function toLocalDay(at: Instant, language: LetterLanguage): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: "long", timeZone: "UTC" }).format(at);
}

/** With the time of day, which a deadline of days does not need: 3 March 2026 at 09:00 UTC. */
export function toLocalTime(at: Instant, language: LetterLanguage): string {
  const options = { dateStyle: "long", timeStyle: "short", timeZone: "UTC" } as const;
  return `${new Intl.DateTimeFormat(locales[language], options).format(at)} UTC`;
}
