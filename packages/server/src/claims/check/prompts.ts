import { standingObstacles, type Entry, type Hold, type Match, type Verdict } from "@breakwater/claims";
import type { PromptLanguage } from "../verdict-words.ts";

/** What the author alone may be shown before publishing. */
export type Prompt = {
  readonly language: PromptLanguage;
  readonly title: string;
  readonly text: string;
  /** Where they can read the debunk. */
  readonly link: string | null;
};

/**
 * A prompt for whoever is about to repeat a claim, or null. Only a determination that stands (completed, adopted, public, on the false side) is ever shown, and
 * never to somebody who speaks about the claim, asks, or contradicts it.
 */
export function toPrompt(match: Match, entry: Entry, language: PromptLanguage): Prompt | null {
  if (match.relation !== "repeats" || match.band === "nothing") return null;
  if (match.why.holds.some((hold) => silencing.has(hold))) return null;
  const { finding } = words[language];
  const found = finding[entry.verdict];
  if (found === undefined) return null;
  const { title, opening, choice, quote } = words[language];
  const claim = quote(shorten(entry.claim));
  return {
    language,
    title: title[match.band],
    text: `${opening[match.band](claim)}${found}${choice[match.band]}`,
    link: entry.url ?? null,
  };
}

/** `language`: a BCP 47 tag. Without one the text decides: Chinese where it is mostly Han. */
export function choosePromptLanguage(language: string | undefined, text: string): PromptLanguage {
  if (language !== undefined) return /^zh\b/i.test(language) ? "zh-Hans" : "en";
  const start = text.slice(0, 400);
  const han = start.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = start.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  return han > latin ? "zh-Hans" : "en";
}

const silencing: ReadonlySet<Hold> = new Set<Hold>([
  ...standingObstacles,
  "post_too_short",
  "claim_too_short",
  "claim_is_refutation",
  "claim_is_explanation",
  "other_negation",
  "outside_validity",
  "stance_unclear",
  "speaks_about_it",
  "nearer_match_differs",
]);

type Shown = Exclude<Match["band"], "nothing">;

type Words = {
  readonly title: Readonly<Record<Shown, string>>;
  readonly opening: Readonly<Record<Shown, (claim: string) => string>>;
  /** What was found; none for verdicts that are not on the false side. */
  readonly finding: Readonly<Partial<Record<Verdict, string>>>;
  readonly choice: Readonly<Record<Shown, string>>;
  readonly quote: (claim: string) => string;
};

const words: Readonly<Record<PromptLanguage, Words>> = {
  en: {
    title: { recognised: "Before you publish", suggest: "You may want to know" },
    opening: {
      recognised: (claim) => `Your text is much like a claim that has been checked: ${claim}. `,
      suggest: (claim) => `There is a published check of a claim that may be what your text is about: ${claim}. `,
    },
    finding: {
      false: "It was found to be false.",
      misleading: "It was found to be misleading.",
      missing_context: "It was found to leave out something that changes its meaning.",
      outdated: "It was found to be about another time: it is no longer so.",
    },
    choice: {
      recognised: " The link says what was found and from which sources. Whether you publish your text is your choice.",
      suggest: " If you mean something else, just go on. Whether you publish your text is your choice.",
    },
    quote: (claim) => `“${claim}”`,
  },
  "zh-Hans": {
    title: { recognised: "发布前，请看一眼", suggest: "供您参考" },
    opening: {
      recognised: (claim) => `您的文字与一条已核查的说法很相近：${claim}。`,
      suggest: (claim) => `有一条已公布的核查，可能与您的文字有关：${claim}。`,
    },
    finding: {
      false: "核查结论：不属实。",
      misleading: "核查结论：容易造成误解。",
      missing_context: "核查结论：缺少会改变其含义的背景。",
      outdated: "核查结论：说的是过去的情况，现已不同。",
    },
    choice: {
      recognised: "点开链接可查看核查内容及依据。是否发布由您决定。",
      suggest: "如果您说的是别的事，请直接继续。是否发布由您决定。",
    },
    quote: (claim) => `“${claim}”`,
  },
};

const claimSignsMax = 100;

/** A claim as a line of a list has room for it. */
export function shorten(claim: string): string {
  const line = claim
    .replaceAll(/\s+/g, " ")
    .trim()
    .replace(/[。.]$/u, "");
  const signs = Array.from(line);
  return signs.length <= claimSignsMax ? line : `${signs.slice(0, claimSignsMax - 1).join("")}…`;
}
