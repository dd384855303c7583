/**
 * What an entry says in the clear, for everybody and for ever. It names no person, account, post or address: those belong into
 * the payload, which can be destroyed. Every value is a number or a code word; there is no field for free text. An entry that says
 * `words` or `counts` is of version 2, every other of version 1.
 */
export type EntryFacts = {
  /** What happened, as a code word: `evidence_kept`, `decision_taken`, … */
  readonly type: string;
  /** The rule or policy that it was done under: `CW-12`. */
  readonly rule?: string;
  /** Rung of the ladder of measures, 0 to 10. */
  readonly level?: number;
  /** In which role somebody acted or was found, as a code word; never who. */
  readonly role?: string;
  /** Further times in epoch milliseconds, by code word: `happened`, `expires`, … */
  readonly times?: Readonly<Record<string, number>>;
  /** What figures are told apart by, as code words by code word: `{ source: "detector", priority: "p1" }`. Never empty. */
  readonly words?: Readonly<Record<string, string>>;
  /** How many there were, by code word; each below a million, so that no number of a person fits in. Never empty. */
  readonly counts?: Readonly<Record<string, number>>;
  /** Sequence of the earlier entry that this one is about. */
  readonly about?: number;
  /** The verifier key that signs from here on; only in entries of type `key_rotated`. */
  readonly key?: string;
};

/** Types that the ledger itself writes and reads. */
export const ownTypes = { keyRotated: "key_rotated", payloadErased: "payload_erased" } as const;

export const factLimits = {
  levelMax: 10,
  timesMax: 8,
  wordsMax: 16,
  countsMax: 16,
  countMax: 999_999,
  keyCharsMax: 256,
  /** 2100-01-01. */
  timeMax: 4_102_444_800_000,
} as const;

export type FactFault = "member" | "type" | "rule" | "level" | "role" | "times" | "words" | "counts" | "about" | "key";

const codeWord = /^[a-z][a-z0-9_]{0,63}$/;
const ruleName = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/;
/** Phone, card and identity numbers are longer than any number of a rule. */
const longNumber = /\d{7}/;

const members: ReadonlySet<string> = new Set([
  "type",
  "rule",
  "level",
  "role",
  "times",
  "words",
  "counts",
  "about",
  "key",
]);

/** The first field that cannot stand in the clear, or null. `sequence` is the entry's own. */
export function findFactFault(facts: EntryFacts, sequence: number): FactFault | null {
  // Types do not keep a member that nobody knows from coming along, and it would stand in the log for ever.
  if (Object.entries(facts).some(([name, value]) => !members.has(name) || value === undefined)) return "member";
  if (!isCodeWord(facts.type)) return "type";
  if (facts.rule !== undefined && (!ruleName.test(facts.rule) || longNumber.test(facts.rule))) return "rule";
  if (facts.level !== undefined && !isWhole(facts.level, factLimits.levelMax)) return "level";
  if (facts.role !== undefined && !isCodeWord(facts.role)) return "role";
  if (facts.times !== undefined && !areTimes(facts.times)) return "times";
  if (facts.words !== undefined && !areWords(facts.words)) return "words";
  if (facts.counts !== undefined && !areCounts(facts.counts)) return "counts";
  if (facts.about !== undefined && !isWhole(facts.about, sequence - 1)) return "about";
  const needsAbout = facts.type === ownTypes.payloadErased;
  if (needsAbout && facts.about === undefined) return "about";
  const needsKey = facts.type === ownTypes.keyRotated;
  if (needsKey !== (facts.key !== undefined)) return "key";
  if (facts.key !== undefined && facts.key.length > factLimits.keyCharsMax) return "key";
  return null;
}

export function isTime(value: number): boolean {
  return isWhole(value, factLimits.timeMax);
}

function isCodeWord(word: string): boolean {
  return codeWord.test(word) && !longNumber.test(word);
}

function areTimes(times: Readonly<Record<string, number>>): boolean {
  const named = Object.entries(times);
  return named.length <= factLimits.timesMax && named.every(([name, at]) => isCodeWord(name) && isTime(at));
}

function areWords(words: Readonly<Record<string, string>>): boolean {
  const named = Object.entries(words);
  return isFilled(named, factLimits.wordsMax) && named.every(([name, word]) => isCodeWord(name) && isCodeWord(word));
}

function areCounts(counts: Readonly<Record<string, number>>): boolean {
  const named = Object.entries(counts);
  const areSmall = named.every(([name, count]) => isCodeWord(name) && isWhole(count, factLimits.countMax));
  return isFilled(named, factLimits.countsMax) && areSmall;
}

/** An empty object would be a second way to say nothing. */
function isFilled(named: readonly unknown[], most: number): boolean {
  return named.length > 0 && named.length <= most;
}

function isWhole(value: number, max: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= max;
}
