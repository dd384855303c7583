import { roleScopes, staffRoles, type Scope, type StaffRole } from "@breakwater/contract";
import type { Screen } from "../screens/screen.ts";

/** Whether a screen can be gone to; if not, why. */
export type Reach =
  | { readonly kind: "open"; readonly path: string }
  | { readonly kind: "not_built" }
  /** Roles that would open it. */
  | { readonly kind: "not_allowed"; readonly roles: readonly StaffRole[] };

export function findReach(screen: Screen, held: readonly Scope[]): Reach {
  const isAllowed = screen.scopes.length === 0 || screen.scopes.some((scope) => held.includes(scope));
  if (!isAllowed) return { kind: "not_allowed", roles: rolesWith(screen.scopes) };
  return screen.path === null ? { kind: "not_built" } : { kind: "open", path: screen.path };
}

/** The roles that hold one of these scopes. */
export function rolesWith(scopes: readonly Scope[]): readonly StaffRole[] {
  return staffRoles.filter((role) => scopes.some((scope) => roleScopes[role].includes(scope)));
}
