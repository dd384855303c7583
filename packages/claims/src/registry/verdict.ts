/** What a determination found. The first four are the false side: only they can be repeated with effect. */
export const verdicts = [
  "false",
  "misleading",
  "missing_context",
  "outdated",
  "mixed",
  "unproven",
  "satire",
  "true",
] as const;

export type Verdict = (typeof verdicts)[number];

export const falseSide: readonly Verdict[] = ["false", "misleading", "missing_context", "outdated"];

export function isFalseSide(verdict: Verdict): boolean {
  return falseSide.includes(verdict);
}
