import type { Happening } from "../desk/machines.ts";

/**
 * Members whose words are of a closed list, or name an object of casework: what states and public figures follow from. Every other word is
 * somebody's, and goes.
 */
const kept: ReadonlySet<string> = new Set([
  "kind",
  "as",
  "role",
  "type",
  "grade",
  "axis",
  "family",
  "detectorVersion",
  "version",
  "source",
  "category",
  "caseType",
  "priority",
  "cause",
  "endsAs",
  "outcome",
  "step",
  "proposerAs",
  "unseparated",
  "legalGround",
  "lead",
  "caseId",
  "into",
  "decision",
  "decisions",
  "dropped",
  "transfer",
  "review",
  "supersededBy",
  "supersedes",
  "determination",
  "resolvedBefore",
  // Of measures, which later decisions may rest on.
  "measure",
  "measures",
  "reverse",
  "strikesReliedOn",
  "pendingMeasures",
  "pendingSteps",
  // Of statements of reasons: words of the database's own lists.
  "decision_ground",
  "automated_detection",
  "automated_decision",
  "content_language",
  // Of holds, requests, suspensions and gaps: words of our lists, and a country.
  "trigger",
  "slot",
  "channel",
  "country",
  "asksFor",
  "of",
  "gap",
]);

/** Reasons are somebody's words, but for those of these events, which are counted in public. */
const countedReasons: ReadonlySet<string> = new Set(["lead_dismissed", "no_action_decided"]);
const roles: ReadonlySet<string> = new Set(["system", "detector"]);
const codeWord = /^[a-z][a-z0-9_]*$/;

/**
 * Events without accounts and without what anybody wrote: what is left says what happened when, in code words, numbers and ids of casework's
 * own. The same word becomes the same token in everything that one redaction is given, so that events still follow from one another. A token
 * has a space, which no id has.
 */
export function createRedaction(): <H extends Happening>(happening: H) => H {
  const tokens = new Map<string, string>();
  const toToken = (word: string): string => {
    if (word === "" || roles.has(word)) return word;
    const known = tokens.get(word) ?? `erased ${tokens.size + 1}`;
    tokens.set(word, known);
    return known;
  };
  const redact = (value: unknown, name: string, owner: Readonly<Record<string, unknown>>): unknown => {
    if (typeof value === "string") return isKept(value, name, owner) ? value : toToken(value);
    if (Array.isArray(value)) return value.map((item: unknown) => redact(item, name, owner));
    if (typeof value !== "object" || value === null) return value;
    const members = value as Readonly<Record<string, unknown>>;
    return Object.fromEntries(Object.entries(members).map(([key, item]) => [key, redact(item, key, members)]));
  };
  return (happening) => ({ ...happening, event: redact(happening.event, "", {}) });
}

function isKept(word: string, name: string, owner: Readonly<Record<string, unknown>>): boolean {
  // Ids of measures, of effects, of gaps, and of the rule that a decision names in public.
  const isOurs = "durationMs" in owner || "startedAt" in owner || "version" in owner || "gap" in owner;
  if (name === "id" && isOurs) return true;
  if (name === "reason") {
    const isCounted = countedReasons.has(String(owner["kind"])) || owner["kind"] === "no_action";
    return isCounted && codeWord.test(word);
  }
  return kept.has(name) && !/\s/.test(word);
}

/** Whether this stands where a redaction took something away. */
export function isRedacted(word: string): boolean {
  return /^erased \d+$/.test(word);
}
