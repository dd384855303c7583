import { expect, it } from "vitest";
import { openState } from "../../state/open-state.ts";
import type { AccessStore } from "../ports/access-store.ts";
import { attemptStoreLaw } from "./laws/attempt-store.law.ts";
import { auditStoreLaw } from "./laws/audit-store.law.ts";
import { credentialStoreLaw } from "./laws/credential-store.law.ts";
import { linkStoreLaw } from "./laws/link-store.law.ts";
import { personStoreLaw } from "./laws/person-store.law.ts";
import { sessionStoreLaw } from "./laws/session-store.law.ts";
import { tokenStoreLaw } from "./laws/token-store.law.ts";
import { createMemoryAccessStore, createMemoryAttemptStore } from "./memory-access-store.ts";
import { accessMigrations } from "./migrations.ts";
import { createSqliteAccessStore } from "./sqlite-access-store.ts";

const adapters: Readonly<Record<string, () => AccessStore>> = {
  memory: createMemoryAccessStore,
  sqlite: () => createSqliteAccessStore(openState(":memory:", { migrations: accessMigrations, now: () => 0 })),
};

for (const [name, open] of Object.entries(adapters)) {
  personStoreLaw(name, () => open().people);
  credentialStoreLaw(name, () => open().credentials);
  tokenStoreLaw(name, () => open().tokens);
  sessionStoreLaw(name, () => open().sessions);
  linkStoreLaw(name, () => open().links);
  attemptStoreLaw(name, () => open().attempts);
  auditStoreLaw(name, () => open().audit);
}

it("createMemoryAttemptStore() forgets the first key beyond its bound", async () => {
  const store = createMemoryAttemptStore(2);
  for (const key of ["a", "b", "a", "c"]) await store.put(key, { failures: 1, lastAt: 1 });
  expect([await store.get("a"), await store.get("b"), await store.get("c")]).toEqual([
    null,
    { failures: 1, lastAt: 1 },
    { failures: 1, lastAt: 1 },
  ]);
});
