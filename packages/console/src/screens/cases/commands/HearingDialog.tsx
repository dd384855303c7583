import { useState } from "react";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { Choice, Tick } from "../../../ui/Field.tsx";
import { Quoted } from "../parts/Quoted.tsx";
import { caseWords } from "../words/table.ts";
import { useCaseCommand, type CaseDialogProps } from "./use-case-command.ts";

/** Asks the person about what is held, in the words of the finding. */
export function HearingDialog({ file, onClose }: CaseDialogProps) {
  const words = useWords(caseWords);
  const askable = file.findings.filter(
    ({ hearing }) => hearing === null || (hearing.endedAt !== null && !hearing.isCurrent),
  );
  const [account, setAccount] = useState(askable[0]?.account ?? "");
  const [declaredMedia, setDeclaredMedia] = useState(false);
  const { command, send } = useCaseCommand({ file, onClose });
  const finding = file.findings.find((one) => one.account === account);
  return (
    <CommandDialog
      title={words.hearingTitle}
      hint={words.hearingHint}
      action={words.hearingRun}
      command={command}
      {...send(finding === undefined ? null : { kind: "start_hearing", account, declaredMedia })}
      onClose={onClose}
    >
      {askable.length === 0 && <p>{words.nobodyToAsk}</p>}
      {askable.length > 0 && (
        <Choice
          label={words.account}
          value={account}
          options={askable.map((one) => [one.account, one.account])}
          onChange={setAccount}
        />
      )}
      {finding !== undefined && (
        <>
          <p className="quiet small">{words.askedIn}</p>
          <Quoted>{finding.allegation}</Quoted>
        </>
      )}
      <Tick isOn={declaredMedia} onChange={setDeclaredMedia}>
        {words.declaredMedia}
      </Tick>
    </CommandDialog>
  );
}
