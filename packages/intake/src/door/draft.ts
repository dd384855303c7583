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

/** Fields one by one rather than by spread: this runs for every record, and a spread takes five times as long. */
export function createDraft(known: Partial<Draft>): Draft {
  return {
    id: known.id ?? "",
    account: known.account ?? "",
    at: known.at ?? "",
    kind: known.kind ?? "",
    text: known.text ?? "",
    objects: known.objects ?? noObjects,
    address: known.address ?? "",
    prefix: known.prefix ?? "",
    asn: known.asn ?? "",
    region: known.region ?? "",
    device: known.device ?? "",
    client: known.client ?? "",
    created: known.created ?? "",
  };
}

const noObjects: readonly ObjectRef[] = [];
