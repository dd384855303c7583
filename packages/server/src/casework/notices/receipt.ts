import { parseCheckpoint, toUtf8 } from "@breakwater/ledger";
import type { noticeReceipt } from "@breakwater/contract";
import type { z } from "zod";
import type { CaseworkNotary } from "../notary.ts";
import type { CaseworkStore } from "../store/casework-store.ts";
import type { Letter } from "./letters/letter.ts";
import { letterWords } from "./letters/letter-words.ts";

/** What whoever is told gets to keep: where the ledger holds what they are told of, and the checkpoint above it. */
export type Receipt = z.output<typeof noticeReceipt>;

export type ReceiptDeps = {
  readonly store: Pick<CaseworkStore, "findEntry">;
  readonly notary: Pick<CaseworkNotary, "checkpoint">;
  /** Where people reach the service. */
  readonly publicUrl: string;
};

/** Of an event, with the newest checkpoint; null while the ledger does not hold it. */
export async function readReceipt(
  event: number,
  { store, notary }: Omit<ReceiptDeps, "publicUrl">,
): Promise<Receipt | null> {
  const entry = await store.findEntry(event);
  if (entry === null) return null;
  const checkpoint = await notary.checkpoint();
  const size = parseCheckpoint(toUtf8(checkpoint))?.size ?? 0;
  return entry < size ? { entry, checkpoint } : null;
}

/** The address under which the log is published, as `breakwater verify` takes it. */
export function toLogUrl({ publicUrl }: Pick<ReceiptDeps, "publicUrl">): string {
  return new URL("/v1/ledger", publicUrl).href;
}

/** The letter with the checkpoint under it, and what that is for. */
export function addReceipt(
  letter: Letter,
  { entry, checkpoint }: Receipt,
  deps: Pick<ReceiptDeps, "publicUrl">,
): Letter {
  const { heading, text, check } = letterWords[letter.language].receipt;
  const lines = [text(entry), check(toLogUrl(deps)), checkpoint.trimEnd()];
  return { ...letter, sections: [...letter.sections, { id: "receipt", heading, lines }] };
}
