import type { StaffRole } from "@breakwater/contract";

export type Language = "en" | "zh-Hans";

/** Somebody of the operator's. What they sign in with is kept apart, in `CredentialStore`. */
export type Person = {
  readonly id: string;
  readonly name: string;
  /** Lower case; unique. */
  readonly login: string;
  readonly roles: readonly StaffRole[];
  readonly language: Language;
  readonly disabled: boolean;
  readonly origin: "local" | "oidc";
  /** Has credentials, or came by the identity provider. */
  readonly joined: boolean;
  readonly createdAt: number;
  readonly changedAt: number;
  /** From 1, rises by one with each change. */
  readonly version: number;
};

export interface PersonStore {
  /** False, and nothing done, where the login is taken. */
  insert(person: Person): Promise<boolean>;
  find(id: string): Promise<Person | null>;
  findByLogin(login: string): Promise<Person | null>;
  /** Writes `person` over the version before its own; false where another one stands there. Login and origin stay as they are. */
  update(person: Person): Promise<boolean>;
  /** By ascending id, those behind `after`. */
  list(after: string, limit: number): Promise<readonly Person[]>;
  /** How many there are, disabled ones too. */
  count(): Promise<number>;
  /** Those who are not disabled, have joined and hold `role`. Cost: all people are read. */
  listHolders(role: StaffRole): Promise<readonly Person[]>;
}
