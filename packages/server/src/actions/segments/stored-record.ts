import type { Action } from "@breakwater/records";

/** What stands in the column `kind`. `gone` never stands there: a removed action has no row. */
export const recordCodes = { action: 0, edit: 1, deletion: 2, watermark: 3 } as const;

/** What stands in the column `body` of the others than actions. Ids only: texts stand in actions alone. */
export type EditBody = { readonly id: string; readonly target: number };
export type DeletionBody = { readonly id: string };
export type WatermarkBody = { readonly at: number };

/** A row of the table `record`, with the name of its source. */
export type StoredRecord = {
  readonly offset: number;
  readonly code: number;
  readonly source: string;
  readonly body: string;
};

export function toStoredRecord(row: Readonly<Record<string, unknown>>): StoredRecord {
  const source = row["source"];
  return {
    offset: Number(row["offset"]),
    code: Number(row["kind"]),
    source: typeof source === "string" ? source : "",
    body: String(row["body"]),
  };
}

export function toAction({ body }: StoredRecord): Action {
  return JSON.parse(body) as Action;
}

/** The id of an action, an edit or a deletion. */
export function toId({ body }: StoredRecord): string {
  return (JSON.parse(body) as DeletionBody).id;
}
