import type { NoticeKind } from "@breakwater/contract";

export type Endpoint = {
  readonly id: string;
  readonly url: string;
  /** `*` stands for all. */
  readonly kinds: readonly (NoticeKind | "*")[];
  readonly description: string;
  /** Null: enabled. */
  readonly disabledReason: "by_hand" | "gone" | "failing" | null;
  /** Counts what people and the service change about it, not how its deliveries go. */
  readonly version: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** The last notice that was looked at for it. */
  readonly cursor: number;
  /** Notices that the outbox forgot before they were looked at. */
  readonly missed: number;
  /** Attempts that failed in a row. */
  readonly failures: number;
  /** Deliveries given up in a row. */
  readonly givenUp: number;
};

export type StoredSecret = {
  readonly id: string;
  readonly endpoint: string;
  readonly sealed: Uint8Array;
  readonly createdAt: number;
  /** Null: the newest. */
  readonly expiresAt: number | null;
};

export type Delivery = {
  /** Its `webhook-id`. */
  readonly id: string;
  readonly endpoint: string;
  readonly kind: NoticeKind;
  /** Null for a ping. */
  readonly sequence: number | null;
  readonly body: string;
  readonly status: "pending" | "delivered" | "failed";
  readonly createdAt: number;
  /** Since it was made or replayed. */
  readonly attempts: number;
  readonly lastStatus: number | null;
  readonly lastFault: string | null;
  readonly lastAt: number | null;
  /** Null where there is no next try. */
  readonly nextTryAt: number | null;
};

/** Where a delivery stands in the order of making; rises. */
export type Placed<T> = T & { readonly position: number };

export type Attempt = {
  readonly delivery: string;
  /** From 1, over all replays. */
  readonly number: number;
  readonly at: number;
  readonly durationMs: number;
  readonly status: number | null;
  readonly fault: string | null;
  readonly excerpt: string;
};

export type DeliveryFilter = {
  readonly endpoint: string;
  readonly status?: Delivery["status"] | undefined;
  /** Only those made before this position. */
  readonly before?: number | undefined;
  readonly limit: number;
};

/** Endpoints, their secrets and deliveries. Its methods are called inside a unit of work. */
export interface WebhookStore {
  insertEndpoint(endpoint: Endpoint): Promise<void>;
  /** Replaces what stands under its id. */
  updateEndpoint(endpoint: Endpoint): Promise<void>;
  findEndpoint(id: string): Promise<Endpoint | null>;
  /** All, the oldest first: there are few. */
  listEndpoints(): Promise<readonly Endpoint[]>;
  /** With secrets, deliveries and attempts. */
  deleteEndpoint(id: string): Promise<void>;

  insertSecret(secret: StoredSecret): Promise<void>;
  /** The newest first, also those that have expired. */
  listSecrets(endpoint: string): Promise<readonly StoredSecret[]>;
  /** Sets `expiresAt` of all that have none. */
  expireSecrets(endpoint: string, expiresAt: number): Promise<void>;
  deleteSecrets(ids: readonly string[]): Promise<void>;

  /** Does nothing where there is one of that id. */
  insertDelivery(delivery: Delivery): Promise<void>;
  updateDelivery(delivery: Delivery): Promise<void>;
  findDelivery(id: string): Promise<Delivery | null>;
  /** The newest first. */
  listDeliveries(filter: DeliveryFilter): Promise<readonly Placed<Delivery>[]>;
  countPending(endpoint: string): Promise<number>;
  /** Pending ones of the endpoint whose next try is due, in the order of making. */
  listDue(endpoint: string, at: number, limit: number): Promise<readonly Delivery[]>;
  /** Pending pings whose next try is due. */
  listDuePings(at: number, limit: number): Promise<readonly Delivery[]>;
  /** When the next pending delivery of an enabled endpoint, or the next ping, falls due behind `after`; null where none does. */
  nextDueAt(after: number): Promise<number | null>;
  /** Makes what waits for a retry, and was last tried before `lastBefore`, due at `at`. */
  wake(endpoint: string, lastBefore: number, at: number): Promise<void>;
  /** Makes failed deliveries of notices, made at or after `since`, pending and due at `at`; says how many. */
  replayFailed(endpoint: string, since: number, at: number): Promise<number>;
  /** Forgets deliveries made before `at` that are done; says how many. */
  deleteDeliveriesBefore(at: number): Promise<number>;

  insertAttempt(attempt: Attempt): Promise<void>;
  /** The newest `limit`, oldest first. */
  listAttempts(delivery: string, limit: number): Promise<readonly Attempt[]>;
  /** Forgets all but the newest `keep`. */
  trimAttempts(delivery: string, keep: number): Promise<void>;
}
