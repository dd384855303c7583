import { objectKinds } from "@breakwater/records";
import type { EvidenceAction } from "../contract/findings.ts";
import type { ActionTable, Layer, SampleTable } from "../contract/table.ts";

/** How an object is called in findings: its kind and id, or the sample's own text. */
export function nameObject(table: ActionTable, samples: SampleTable, layer: Layer, object: number): string {
  const source = layer.source[object];
  if (layer.name === "sample") return table.texts.raw[samples.representative[source]];
  return `${objectKinds[table.objects.kinds[source]]}:${table.objects.ids[source]}`;
}

export function toEvidenceAction(table: ActionTable, row: number, object: string | null): EvidenceAction {
  const text = table.text[row];
  return {
    id: table.ids[row],
    account: table.accounts.ids[table.account[row]],
    at: table.at[row],
    object,
    text: text < 0 ? null : table.texts.raw[text],
  };
}
