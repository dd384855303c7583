import type { Role } from "../kernel/actor.ts";
import type { Instant } from "../kernel/time.ts";
import type { ComposedItem } from "./proposal.ts";

/** One account's part of an approved proposal: what its decision opens with. */
export type DecidedItem = {
  readonly item: ComposedItem;
  readonly proposer: string;
  readonly proposerAs: Role;
  readonly approver: string | null;
  /** Whether the second person held the role that terminations ask for. */
  readonly senior: boolean;
  /** In an emergency one person decided, and all of it lifts itself at this time unless a second confirms. */
  readonly emergencyUntil: Instant | null;
  readonly hearingSkipped: string | null;
  readonly bulk: boolean;
  /** What a team of two could not separate, as code words; counted in public. */
  readonly unseparated: readonly string[];
};
