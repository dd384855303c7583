import type { AttemptStore } from "./attempt-store.ts";
import type { AuditStore } from "./audit-store.ts";
import type { CredentialStore } from "./credential-store.ts";
import type { LinkStore } from "./link-store.ts";
import type { PersonStore } from "./person-store.ts";
import type { SessionStore } from "./session-store.ts";
import type { TokenStore } from "./token-store.ts";

/** All that the room keeps. Methods are called inside a unit of the transactor. */
export type AccessStore = {
  readonly people: PersonStore;
  readonly credentials: CredentialStore;
  readonly tokens: TokenStore;
  readonly sessions: SessionStore;
  readonly links: LinkStore;
  readonly attempts: AttemptStore;
  readonly audit: AuditStore;
};
