import { listAccounts, listObjects, type GroupEvidence } from "../groups/group.ts";

/** What people said about a group so that its like opens no lead for a while. It hides nothing: the groups stay listed, with the mark beside. */
export type Mark = {
  readonly id: string;
  readonly groupId: string;
  /** `authentic`: coordination of people who are who they say. `suppressed`: known for another reason, which is stated. */
  readonly kind: "authentic" | "suppressed";
  readonly reason: string;
  /** The person, by id. */
  readonly by: string;
  readonly at: number;
  readonly expiresAt: number;
  readonly withdrawn: { readonly by: string; readonly at: number } | null;
  /** What a later group is held against: the marked group as it was. */
  readonly accounts: readonly string[];
  readonly objects: readonly string[];
  /** Groups that it has kept from opening a lead. */
  readonly appliedTo: readonly string[];
};

/** Nothing is silenced for ever. */
export const markDaysMax = 180;

const accountsAlone = 0.5;
const accountsWithObjects = 1 / 3;
const objectsBeside = 0.75;

export function isStanding(mark: Mark, at: number): boolean {
  return mark.withdrawn === null && at < mark.expiresAt;
}

/**
 * Whether the mark covers a group: half of *the group's* accounts are marked, or a third of them and three quarters of its objects. Shares are of the group, not of the
 * mark: an army does not hide behind a petition by taking in three of its signers, or by using its hashtag.
 */
export function isCovered(evidence: GroupEvidence, mark: Mark): boolean {
  const ofAccounts = shareOf(listAccounts(evidence), mark.accounts);
  const ofObjects = shareOf(listObjects(evidence), mark.objects);
  return ofAccounts >= accountsAlone || (ofAccounts >= accountsWithObjects && ofObjects >= objectsBeside);
}

function shareOf(names: readonly string[], marked: readonly string[]): number {
  const known = new Set(marked);
  return names.length === 0 ? 0 : names.filter((name) => known.has(name)).length / names.length;
}
