import type { ActionRefusal } from "@breakwater/records";
import type { ColumnMap } from "./columns/fields.ts";
import type { RecordRefusal } from "./formats/reader.ts";
import type { IntakeLimits } from "./limits.ts";
import type { PresetName } from "./presets/names.ts";
import type { DateOrder } from "./times/parse-time.ts";

/** Why a record was not taken. */
export type RejectionReason = RecordRefusal | ActionRefusal | "unreadable_time" | "duplicate_id";

/** A record that was not taken, and where it stands. */
export type Rejection = {
  readonly source: string;
  /** The line that the record starts on, from 1; in Parquet the row. */
  readonly line: number;
  /** The record's number, from 1, headers and blank lines not counted. */
  readonly row: number;
  readonly reason: RejectionReason;
  /** The beginning of the record, masked like every text; empty where it may hold what cannot be masked. */
  readonly excerpt: string;
};

export type IntakeOptions = {
  readonly map?: ColumnMap;
  /** `auto` recognises one by the columns or the shape; with a map, only a preset that is named is used. */
  readonly preset?: PresetName | "auto";
  /** Secret, 16 bytes or more. */
  readonly pseudonymKey: Uint8Array;
  /** Actions before it are left out, counted. */
  readonly sinceMs?: number;
  /** Actions at or after it are left out, counted. */
  readonly untilMs?: number;
  /** For times that name no zone: `UTC`, `+08:00`, `Asia/Shanghai`. Default: the preset's, else UTC. */
  readonly zone?: string;
  /** How `3/4/2021` is meant. Default: as the data show, refused when they do not. */
  readonly dateOrder?: DateOrder;
  readonly limits?: Partial<IntakeLimits>;
  /** After each chunk: stored bytes and rows of all sources so far. */
  readonly onProgress?: (bytesRead: number, rows: number) => void;
  readonly onRejected?: (rejection: Rejection) => void;
};
