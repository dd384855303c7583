import type { FindingRole, Grade, Instant } from "@breakwater/casework";

export type SecondOpinion = {
  readonly id: string;
  readonly case: string;
  readonly question: string;
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly of: string | null;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Instant | null;
};

/** A decision that is judged again, by somebody who does not see what was decided. */
export type QualitySample = {
  /** Of the decision. */
  readonly id: string;
  readonly case: string;
  readonly drawnAt: Instant;
  readonly judgement: {
    readonly by: string;
    readonly at: Instant;
    readonly role: FindingRole;
    readonly grade: Grade;
    readonly reason: string;
    readonly agrees: boolean;
  } | null;
};

/** What colleagues are asked beside the decision. Called inside a unit of the transactor. */
export interface OpinionStore {
  putOpinion(opinion: SecondOpinion): Promise<void>;
  findOpinion(id: string): Promise<SecondOpinion | null>;
  /** The oldest first. */
  listOpinions(caseId: string): Promise<readonly SecondOpinion[]>;
  putSample(sample: QualitySample): Promise<void>;
  findSample(decision: string): Promise<QualitySample | null>;
  /** The newest first. */
  listSamples(after: readonly [number, string] | undefined, limit: number): Promise<readonly QualitySample[]>;
  countSamples(): Promise<{ readonly drawn: number; readonly judged: number; readonly agreed: number }>;
}
