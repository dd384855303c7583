import type { Action } from "@breakwater/records";
import type { DrillRequest } from "./drill-api.ts";

/** Actions that were sent in one request; all of them acknowledged, or not known. */
export type SentBatch = { readonly actions: readonly Action[]; isAcknowledged: boolean };

export type SentChange = { readonly id: string; readonly text: string | null; isAcknowledged: boolean };

/** A claim or a report, under an `Idempotency-Key`. */
export type SentObject = {
  readonly kind: "claims" | "reports";
  /** Only this one holds it: by it the object is found where its acknowledgement was lost. */
  readonly name: string;
  readonly body: unknown;
  key: string;
  /** Its id, once acknowledged. */
  id: string | null;
};

/** Everything that the drill asked of the service, and what of it was acknowledged; it outlives every process. */
export type Journal = {
  readonly batches: SentBatch[];
  readonly changes: SentChange[];
  readonly objects: SentObject[];
  /** By id of the token. */
  readonly tokens: Map<string, { readonly secret: string; state: "made" | "revoking" | "revoked" }>;
  /** Sentences about what should not have happened. */
  readonly problems: string[];
};

export function createJournal(): Journal {
  return { batches: [], changes: [], objects: [], tokens: new Map(), problems: [] };
}

export function toBatchRequest({ actions }: SentBatch): DrillRequest {
  return { method: "POST", path: "/v1/actions", body: actions };
}

export function toChangeRequest({ id, text }: SentChange): DrillRequest {
  const path = `/v1/actions/drill/${encodeURIComponent(id)}`;
  return text === null ? { method: "DELETE", path } : { method: "PATCH", path, body: { text } };
}

export function toObjectRequest({ kind, body, key }: SentObject): DrillRequest {
  return { method: "POST", path: `/v1/${kind}`, body, headers: { "idempotency-key": key } };
}

/** Whether a list's item is the object. */
export function isSameObject({ kind, name }: SentObject, item: Readonly<Record<string, unknown>>): boolean {
  const part = item[kind === "claims" ? "entry" : "object"] as Readonly<Record<string, unknown>> | undefined;
  return part?.[kind === "claims" ? "claim" : "id"] === name;
}
