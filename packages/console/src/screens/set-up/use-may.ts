import type { Scope } from "@breakwater/contract";
import { useConsole, useFormat, useWords } from "../../app/context.tsx";
import { rolesWith } from "../../shell/reach.ts";
import type { Availability } from "../../ui/CommandButton.tsx";
import { roleNames } from "../../words/roles.ts";
import { setUpWords } from "./words/table.ts";

/** Whether the person at the screen holds one of these scopes; if not, who does. */
export function useMay(...scopes: readonly Scope[]): Availability {
  const words = useWords(setUpWords);
  const roles = useWords(roleNames);
  const format = useFormat();
  const { me } = useConsole();
  if (scopes.some((scope) => me.scopes.includes(scope))) return { enabled: true };
  return { enabled: false, why: words.needsRole(format.list(rolesWith(scopes).map((role) => roles[role]))) };
}
