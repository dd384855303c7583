import { defaultSettings } from "@breakwater/casework";
import { useState } from "react";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { Choice, TextField, Tick } from "../../../ui/Field.tsx";
import { LongField } from "../../../ui/LongField.tsx";
import { nameOf } from "../../../words/terms.ts";
import { caseWords } from "../words/table.ts";
import { useCaseCommand, type CaseDialogProps } from "./use-case-command.ts";

const days = ["1", "3", "7", "14", "30"] as const;
const dayMs = 86_400_000;

/** A question of fact to a desk outside, with as few fields of the case as it needs. */
export function PartnerDialog({ file, onClose }: CaseDialogProps) {
  const words = useWords(caseWords);
  const [desk, setDesk] = useState("");
  const [question, setQuestion] = useState("");
  const [purpose, setPurpose] = useState("");
  const [fields, setFields] = useState<readonly string[]>(["question"]);
  const [within, setWithin] = useState<(typeof days)[number]>("7");
  const { command, send } = useCaseCommand({ file, onClose });
  const isReady = [desk, question, purpose].every((text) => text.trim() !== "") && fields.length > 0;
  const returnBy = Date.now() + Number(within) * dayMs;
  const content = { desk: desk.trim(), purpose, question, fields: [...fields], returnBy };
  return (
    <CommandDialog
      title={words.partnerTitle}
      hint={words.partnerHint}
      action={words.partnerRun}
      command={command}
      {...send(isReady ? { kind: "ask_partner", content } : null)}
      onClose={onClose}
    >
      <TextField label={words.desk} hint={words.deskHint} value={desk} onChange={setDesk} />
      <LongField label={words.question} value={question} onChange={setQuestion} />
      <LongField label={words.purpose} rows={2} value={purpose} onChange={setPurpose} />
      <fieldset className="case-ticks case-ticks-row">
        <legend>{words.fieldsShown}</legend>
        {defaultSettings.shareableFields.map((field) => (
          <Tick
            key={field}
            isOn={fields.includes(field)}
            onChange={(isOn) => setFields((all) => (isOn ? [...all, field] : all.filter((one) => one !== field)))}
          >
            {nameOf(words.shareable, field)}
          </Tick>
        ))}
      </fieldset>
      <Choice
        label={words.returnBy}
        value={within}
        options={days.map((day) => [day, words.inDays(Number(day))])}
        onChange={setWithin}
      />
    </CommandDialog>
  );
}
