import { toMonth, type Period } from "@breakwater/casework";
import type { PublishedStatement, PublishedStatements } from "../casework/notices/published-statements.ts";
import type { ClaimDesk } from "../claims/desk/claim-desk.ts";
import { listPublicSteps, type PublicStep } from "../claims/desk/public-claims.ts";
import type { Remote } from "../threads/remote.ts";

/** What a briefing has beside its figures: examples without accounts, and everything published that was wrong. */
export type Briefing = {
  /** Final, the newest, one for each rule, so that nobody picks them; none in which somebody was under attack. */
  readonly studies: readonly PublishedStatement[];
  readonly corrections: readonly Correction[];
  /** Published statements of decisions that were taken back. */
  readonly reversals: readonly PublishedStatement[];
  /** More was published than is looked through for a page; the newest are. */
  readonly isCut: boolean;
};
export type Correction = PublicStep & { readonly id: string; readonly claim: string };

export type BriefingSources = {
  /** Null where the operator publishes none. */
  readonly statements: Pick<Remote<PublishedStatements>, "list"> | null;
  readonly claims: Pick<Remote<ClaimDesk>, "list" | "versions">;
};

export const briefingLimits = { studies: 3, listed: 50, statementsRead: 500, claimsRead: 2_000, page: 100 } as const;

/** Of the months of `period`, both ends included. Cost: a page for each 100 statements and claims, up to the limits. */
export async function gatherBriefing(period: Period, sources: BriefingSources): Promise<Briefing> {
  const statements = await readStatements(sources.statements);
  const claims = await readCorrections(sources.claims);
  const inPeriod = statements.items.filter(({ decidedAt }) => isIn(period, decidedAt));
  const rules = new Map(
    inPeriod
      .filter(isExample)
      .toReversed()
      .map((one) => [ruleOf(one), one] as const),
  );
  const corrections = claims.items.filter(({ at }) => isIn(period, at)).toSorted((a, b) => b.at - a.at);
  const reversals = inPeriod.filter(({ isReversed }) => isReversed);
  const { listed } = briefingLimits;
  return {
    studies: [...rules.values()].toSorted((a, b) => b.decidedAt - a.decidedAt).slice(0, briefingLimits.studies),
    corrections: corrections.slice(0, listed),
    reversals: reversals.slice(0, listed),
    isCut: statements.isCut || claims.isCut || corrections.length > listed || reversals.length > listed,
  };
}

/** Categories in which somebody was under attack: an example would lead to them. */
const neverExamples: ReadonlySet<string> = new Set([
  "STATEMENT_CATEGORY_CYBER_VIOLENCE",
  "STATEMENT_CATEGORY_CYBER_VIOLENCE_AGAINST_WOMEN",
  "STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS",
  "STATEMENT_CATEGORY_PROTECTION_OF_MINORS",
]);

function isExample({ isFinal, fields }: PublishedStatement): boolean {
  return isFinal && !neverExamples.has(fields.category);
}

/** A pattern is a rule that was broken. */
function ruleOf({ fields }: PublishedStatement): string {
  return fields.incompatible_content_ground ?? fields.illegal_content_legal_ground ?? fields.category;
}

function isIn({ from, to }: Period, at: number): boolean {
  const month = toMonth(at);
  return (from === null || month >= from) && (to === null || month <= to);
}

type Read<T> = { readonly items: readonly T[]; readonly isCut: boolean };

async function readStatements(statements: BriefingSources["statements"]): Promise<Read<PublishedStatement>> {
  if (statements === null) return { items: [], isCut: false };
  const items: PublishedStatement[] = [];
  let after: readonly [number, string] | null = null;
  for (let read = 0; read < briefingLimits.statementsRead; read += briefingLimits.page) {
    const page: Awaited<ReturnType<typeof statements.list>> = await statements.list({
      limit: briefingLimits.page,
      ...(after === null ? {} : { after }),
    });
    items.push(...page.items);
    after = page.next;
    if (after === null) return { items, isCut: false };
  }
  return { items, isCut: true };
}

async function readCorrections(claims: BriefingSources["claims"]): Promise<Read<Correction>> {
  const items: Correction[] = [];
  let before: number | undefined;
  for (let read = 0; read < briefingLimits.claimsRead; read += briefingLimits.page) {
    const heads = await claims.list({
      origin: "own",
      limit: briefingLimits.page,
      ...(before === undefined ? {} : { before }),
    });
    for (const { id, inForce } of heads) {
      if (inForce.entry.status !== "corrected" && inForce.entry.status !== "withdrawn") continue;
      const steps = listPublicSteps((await claims.versions(id)) ?? []);
      const { claim } = inForce.entry;
      items.push(...steps.filter(({ kind }) => kind !== "published").map((step) => ({ ...step, id, claim })));
    }
    before = heads.at(-1)?.place;
    if (heads.length < briefingLimits.page) return { items, isCut: false };
  }
  return { items, isCut: true };
}
