import type { ActionKind } from "@breakwater/records";
import type { Compression } from "./bytes/compression.ts";
import type { Encoding } from "./bytes/encoding.ts";
import type { Format } from "./formats/detect-format.ts";
import type { RejectionReason } from "./options.ts";
import type { PresetName } from "./presets/names.ts";
import type { MaskKind } from "./privacy/mask.ts";
import type { ClockResolution } from "./times/clock.ts";

export type Counts<Name extends string> = Readonly<Partial<Record<Name, number>>>;

export type SourceReport = {
  readonly name: string;
  readonly format: Format | null;
  readonly compression: Compression;
  readonly encoding: Encoding;
  readonly delimiter: string | null;
  readonly preset: PresetName | null;
  /** Field to column, as used. */
  readonly columns: Readonly<Record<string, string>>;
  readonly unmapped: readonly string[];
  /** The source does not say the kinds, so they were inferred from its columns. */
  readonly kindInferred: boolean;
  readonly rows: number;
  readonly actions: number;
  readonly storedBytes: number;
  readonly bytes: number;
  /** The file ended in the middle of a compressed stream; what came before was read. */
  readonly truncated: boolean;
};

/** What went through the door and what did not. */
export type IntakeReport = {
  readonly sources: readonly SourceReport[];
  readonly rows: number;
  readonly actions: number;
  readonly rejected: Counts<RejectionReason>;
  /** Read well, and no action: outside `sinceMs`..`untilMs`, or an event of another sort in a feed. */
  readonly skipped: Counts<"outside_period" | "not_an_action">;
  /** Fields left empty in actions that were taken. */
  readonly ignored: Counts<"not_an_address" | "unreadable_creation_time">;
  readonly masked: Counts<MaskKind>;
  readonly duplicates: number;
  /** Ids forgotten for memory: a duplicate of one of them would not have been seen. */
  readonly idsForgotten: number;
  /** First and last action taken, ms; null without any. */
  readonly from: number | null;
  readonly to: number | null;
  readonly clock: ClockResolution;
  readonly kinds: Counts<ActionKind>;
};
