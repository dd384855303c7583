import { noActionReasons } from "@breakwater/contract";
import { useState } from "react";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { Choice, Tick } from "../../../ui/Field.tsx";
import { noActionNames } from "../../../words/case-terms.ts";
import { toShortId } from "../../../words/short-id.ts";
import { caseWords } from "../words/table.ts";
import { useCaseCommand, type CaseDialogProps } from "./use-case-command.ts";

export function NoActionDialog({ file, onClose }: CaseDialogProps) {
  const words = useWords(caseWords);
  const reasons = useWords(noActionNames);
  const [reason, setReason] = useState<(typeof noActionReasons)[number]>("authentic_coordination");
  const [supersedes, setSupersedes] = useState<readonly string[]>([]);
  const { command, send } = useCaseCommand({ file, onClose });
  const open = file.decisionIds.filter(({ mark }) => mark === "open");
  const needsSecond = file.priority === "P0" || file.priority === "P1";
  return (
    <CommandDialog
      title={words.commands.propose_no_action}
      hint={needsSecond ? words.noActionTwo : words.noActionOne}
      action={words.commands.propose_no_action}
      command={command}
      {...send({ kind: "propose_no_action", reason, supersedes: [...supersedes] })}
      onClose={onClose}
    >
      <Choice
        label={words.reason}
        value={reason}
        options={noActionReasons.map((one) => [one, reasons[one]])}
        onChange={setReason}
      />
      {open.length > 0 && (
        <fieldset className="case-ticks">
          <legend>{words.supersedes}</legend>
          {open.map(({ id, account }) => (
            <Tick
              key={id}
              isOn={supersedes.includes(id)}
              onChange={(isOn) =>
                setSupersedes((all) => (isOn ? [...all, id] : all.filter((decision) => decision !== id)))
              }
            >
              <span className="id">{account ?? toShortId(id)}</span>
            </Tick>
          ))}
        </fieldset>
      )}
    </CommandDialog>
  );
}
