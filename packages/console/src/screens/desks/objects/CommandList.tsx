import { staffRoles, type StaffRole } from "@breakwater/contract";
import { useId } from "react";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Button } from "../../../ui/Button.tsx";
import type { Availability } from "../../../ui/CommandButton.tsx";
import { roleNames } from "../../../words/roles.ts";

export type ListedCommand = {
  readonly key: string;
  readonly button: string;
  readonly availability: Availability;
  readonly isHard?: boolean;
};

/** Commands that may be given, then the others with what keeps them back, said once for all that share it. */
export function CommandList({
  commands,
  onAsk,
}: {
  readonly commands: readonly ListedCommand[];
  readonly onAsk: (key: string) => void;
}) {
  const open = commands.filter(({ availability }) => availability.enabled);
  return (
    <div className="commands">
      {open.map(({ key, button, isHard = false }, place) => (
        <Button
          key={key}
          look={isHard ? "danger" : place === 0 ? "main" : "plain"}
          aria-haspopup="dialog"
          onClick={() => onAsk(key)}
        >
          {button}
        </Button>
      ))}
      {groupByReason(commands).map((group) => (
        <Closed key={group.map(({ key }) => key).join(" ")} commands={group} />
      ))}
    </div>
  );
}

type Group = readonly [ListedCommand, ...ListedCommand[]];

function groupByReason(commands: readonly ListedCommand[]): readonly Group[] {
  const groups = new Map<string, [ListedCommand, ...ListedCommand[]]>();
  for (const one of commands.filter(({ availability }) => !availability.enabled)) {
    const { code = "", about = [], why = "" } = one.availability;
    const reason = `${code} ${why} ${about.filter(isStaffRole).join(" ")}`;
    const group = groups.get(reason);
    if (group === undefined) groups.set(reason, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

function Closed({ commands }: { readonly commands: Group }) {
  const whyId = useId();
  return (
    <div className="commands-closed">
      {commands.map(({ key, button }) => (
        <Button key={key} aria-disabled="true" aria-describedby={whyId}>
          {button}
        </Button>
      ))}
      <p className="quiet small" id={whyId}>
        <Why availability={commands[0].availability} />
      </p>
    </div>
  );
}

function isStaffRole(role: string): role is StaffRole {
  return staffRoles.some((one) => one === role);
}

/** What keeps a command back, and what to do; with the roles that may, where it is a matter of roles. */
export function Why({ availability: { code, about = [], why, next } }: { readonly availability: Availability }) {
  const roles = useWords(roleNames);
  const format = useFormat();
  const said = [why, next].filter((words) => words !== undefined);
  const named = code === "role_may_not" ? about.filter(isStaffRole) : [];
  const list = named.length === 0 ? null : format.list(named.map((role) => roles[role]));
  const gap = format.language === "en" ? " " : "";
  return [...said, ...(list === null ? [] : [format.language === "en" ? `(${list})` : `（${list}）`])].join(gap);
}
