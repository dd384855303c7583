import type { ObjectRef } from "@breakwater/records";
import type { TimeValue } from "../times/parse-time.ts";

/** An action as its source wrote it: raw, unchecked, and never to leave this package. The empty string means "not known". */
export type Draft = {
  readonly id: string;
  readonly account: string;
  readonly at: TimeValue;
  readonly kind: string;
  readonly text: string;
  readonly objects: readonly ObjectRef[];
  readonly address: string;
  /** A stand-in for a prefix that the source made itself. */
  readonly prefix: string;
  readonly asn: string;
  readonly region: string;
  readonly device: string;
  readonly client: string;
  readonly created: TimeValue;
};

const emptyDraft: Draft = {
  id: "",
  account: "",
  at: "",
  kind: "",
  text: "",
  objects: [],
  address: "",
  prefix: "",
  asn: "",
  region: "",
  device: "",
  client: "",
  created: "",
};

export function createDraft(known: Partial<Draft>): Draft {
  return { ...emptyDraft, ...known };
}
