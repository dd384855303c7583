import type { ErrorCode } from "@breakwater/contract";
import type { Fault, RefusalFacts } from "../http-error.ts";

/** What a request was answered: plain data. */
export type StoredAnswer =
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      /** Null for none. */
      readonly body: string | null;
    }
  | {
      readonly kind: "error";
      readonly code: ErrorCode;
      readonly detail: string;
      readonly faults: readonly Fault[];
      /** Which rule of casework said no; left out where none did. */
      readonly refusal?: RefusalFacts;
    };

export type IdempotencyEntry = {
  /** SHA-256 of method, path and body of the request that came first. */
  readonly fingerprint: string;
  /** When it came, milliseconds since 1970 UTC. */
  readonly at: number;
  /** Null while the request is being worked on, and for ever where the process died over it. */
  readonly answer: StoredAnswer | null;
};

/** Which request came with which key, and what it was answered. A key here is already a hash of caller and key. */
export interface IdempotencyStore {
  find(key: string): Promise<IdempotencyEntry | null>;
  /** Replaces whatever was there. */
  put(key: string, entry: IdempotencyEntry): Promise<void>;
  delete(key: string): Promise<void>;
  /** Forgets what came before `at`; how many. */
  deleteBefore(at: number): Promise<number>;
}
