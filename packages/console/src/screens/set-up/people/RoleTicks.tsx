import { roleScopes, staffRoles, type StaffRole } from "@breakwater/contract";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Ticks } from "../../../ui/Field.tsx";
import { roleNames } from "../../../words/roles.ts";
import { scopeNames } from "../../../words/scopes.ts";
import { peopleWords } from "./words.ts";

/** Roles to choose from, and what those chosen let somebody reach. */
export function RoleTicks({
  chosen,
  onChange,
  findFixed = () => undefined,
}: {
  readonly chosen: ReadonlySet<StaffRole>;
  readonly onChange: (chosen: ReadonlySet<StaffRole>) => void;
  /** Why a role cannot be changed here. */
  readonly findFixed?: (role: StaffRole) => string | undefined;
}) {
  const words = useWords(peopleWords);
  const roles = useWords(roleNames);
  const scopes = useWords(scopeNames);
  const format = useFormat();
  const may = [...new Set([...chosen].flatMap((role) => roleScopes[role]))].map((scope) => scopes[scope]);
  return (
    <>
      <Ticks
        label={words.roles}
        hint={words.rolesHint}
        options={staffRoles.map((role) => ({ value: role, words: roles[role], fixed: findFixed(role) }))}
        chosen={chosen}
        onChange={onChange}
      />
      <p className="quiet small">{may.length === 0 ? words.noRoles : words.may(format.list(may))}</p>
    </>
  );
}
