import { z } from "zod";

/** The head of the log as this browser last found it in order: a witness that the service does not hold. */
const keptHead = z.object({
  note: z.string(),
  /** Verifier key that the log began with; another one later is another log. */
  firstKey: z.string(),
  seenAt: z.number(),
});
export type KeptHead = z.infer<typeof keptHead>;

export type Keep = Pick<Storage, "getItem" | "setItem">;

const key = "breakwater.ledger";

/** Null where this browser has seen none, or keeps nothing for us. */
export function readKeptHead(keep: Keep): KeptHead | null {
  try {
    const parsed = keptHead.safeParse(JSON.parse(keep.getItem(key) ?? "null"));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** False where the browser keeps nothing. */
export function writeKeptHead(keep: Keep, head: KeptHead): boolean {
  try {
    keep.setItem(key, JSON.stringify(head));
    return true;
  } catch {
    return false;
  }
}
