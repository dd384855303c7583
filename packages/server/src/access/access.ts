import type { AccessDeps } from "./deps.ts";
import { createSessions, type Sessions } from "./sessions.ts";
import { createTokens, type Tokens } from "./tokens.ts";

/** All use cases of the room, on plain data: a thread boundary may stand before any of them. */
export type Access = Tokens & Sessions;

export function createAccess(deps: AccessDeps): Access {
  return { ...createTokens(deps), ...createSessions(deps) };
}
