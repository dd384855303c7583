import { isOpaqueId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/time.ts";

/** One thing that is held as proof. The bytes lie in the evidence store; here is what a decision needs to know of them. */
export type EvidenceItem = {
  readonly id: string;
  readonly kind: string;
  /** SHA-256 of the original bytes, in hex. */
  readonly sha256: string;
  /** The accounts whose own acts it shows. Evidence about several is shared, and shared evidence alone holds nothing against one. */
  readonly accounts: readonly string[];
  readonly capturedAt: Instant;
  readonly tool: string;
  /** What the platform sent that it shows: `source:id`, to be read for as long as that is held. */
  readonly actions?: readonly string[];
};

export const evidenceLimits = { itemsMax: 5_000, accountsMax: 5_000, actionsMax: 50 } as const;

/** Whether this shows what one account itself did. */
export function isOwnEvidence(item: EvidenceItem, account: string): boolean {
  return item.accounts.length === 1 && item.accounts[0] === account;
}

export function isWellFormed(item: EvidenceItem): boolean {
  const { accounts, actions = [] } = item;
  const ids = [item.id, ...accounts, ...actions];
  const { accountsMax, actionsMax } = evidenceLimits;
  const isCounted = accounts.length > 0 && accounts.length <= accountsMax && actions.length <= actionsMax;
  return isCounted && ids.every(isOpaqueId) && /^[0-9a-f]{64}$/.test(item.sha256) && item.tool !== "";
}
