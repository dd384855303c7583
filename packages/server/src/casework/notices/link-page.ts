import type { AppealOutcome, Instant, RefusalCode } from "@breakwater/casework";
import type { CorrectionSight } from "../corrections/ask-correction.ts";
import type { ReportFollow } from "../reports/read-report.ts";
import type { Letter } from "./letters/letter.ts";
import type { Receipt } from "./receipt.ts";

/** One objection, as whoever made it may see it. Who answered is not part of it. */
export type AppealSight = {
  readonly at: Instant;
  readonly dueAt: Instant;
  readonly points: readonly string[];
  readonly evidence: readonly string[];
  readonly outcome: AppealOutcome | null;
  readonly answers: readonly string[];
};

/** Whether one can object, until when, and what came of it. */
export type Objection = {
  readonly isOpen: boolean;
  /** Why not, where it is not. */
  readonly why: RefusalCode | null;
  readonly until: Instant | null;
  readonly appeal: AppealSight | null;
  readonly dispute: DisputeSight;
};

/** Whether one can tell us that one has turned to an outside body, and what one told. */
export type DisputeSight = {
  readonly mayTell: boolean;
  readonly told: {
    readonly body: string;
    readonly reference: string;
    readonly dueAt: Instant;
    readonly isOpen: boolean;
  } | null;
};

/** What somebody sees behind their link. `reference` is what they quote to us. `receipt`: null while the ledger holds nothing of it. */
export type LinkPage = { readonly reference: string; readonly receipt: Receipt | null } & (
  | {
      readonly kind: "decision";
      readonly letter: Letter;
      readonly objection: Objection;
      /** Everything was given back. */
      readonly isRestored: boolean;
    }
  | {
      readonly kind: "hearing";
      readonly letter: Letter;
      readonly state: "open" | "answered" | "over";
      readonly dueAt: Instant | null;
      readonly reply: string | null;
    }
  | {
      readonly kind: "hold";
      readonly letter: Letter;
      readonly state: "held" | "released" | "confirmed";
      readonly isContested: boolean;
    }
  | {
      readonly kind: "report";
      readonly report: ReportFollow;
      /** Null while nobody decided. */
      readonly outcome: string | null;
      /** Null where nothing was decided that can be objected to. */
      readonly objection: Objection | null;
    }
  | { readonly kind: "correction"; readonly correction: CorrectionSight }
);
