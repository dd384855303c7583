import { claimVerdicts } from "@breakwater/contract";
import { useBlocker } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { useWords } from "../../../app/context.tsx";
import { Button } from "../../../ui/Button.tsx";
import { CommandFailed } from "../../../ui/CommandDialog.tsx";
import { Choice } from "../../../ui/Field.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { partWords } from "../../../ui/words.ts";
import { WrittenField } from "../../../ui/WrittenField.tsx";
import { onSendKeys } from "../../../ui/on-send-keys.ts";
import { importReasonNames, verdictNames } from "../../../words/claim-terms.ts";
import { nameOf } from "../../../words/terms.ts";
import { SimilarClaims } from "../entry/SimilarClaims.tsx";
import { claimWords } from "../words/table.ts";
import type { ClaimForm, FormField } from "./claim-form.ts";
import { LeaveDialog } from "./LeaveDialog.tsx";
import { listFieldFaults } from "./list-faults.ts";
import { SourceRows } from "./SourceRows.tsx";
import { WordingRows } from "./WordingRows.tsx";
import "../claims.css";

/** An entry as somebody writes it. `reason`: whether one is asked for, and has to be given. */
export function ClaimEditor({
  initial,
  without,
  reason: wanted,
  action,
  command,
  onSave,
}: {
  readonly initial: ClaimForm;
  /** The entry itself, which is not similar to itself. */
  readonly without?: string;
  readonly reason: "none" | "asked" | "needed";
  readonly action: string;
  readonly command: { readonly isRunning: boolean; readonly error: Error | null };
  readonly onSave: (form: ClaimForm, reason: string) => Promise<void>;
}) {
  const words = useWords(claimWords);
  const parts = useWords(partWords);
  const verdicts = useWords(verdictNames);
  const codes = useWords(importReasonNames);
  const [form, setForm] = useState(initial);
  const [reason, setReason] = useState("");
  const [isSaved, setSaved] = useState(false);
  const isChanged = JSON.stringify(form) !== JSON.stringify(initial);
  const blocker = useBlocker({
    shouldBlockFn: () => isChanged && !isSaved && !command.isRunning,
    enableBeforeUnload: () => isChanged && !isSaved,
    withResolver: true,
  });
  const faults = listFieldFaults(command.error);
  const settled = useDeferredValue(form.claim);
  const isWhole = form.claim.trim() !== "" && (wanted !== "needed" || reason.trim() !== "") && isChanged;
  const set = (change: Partial<ClaimForm>): void => setForm((now) => ({ ...now, ...change }));
  const faultOf = (field: FormField): string | undefined => {
    const code = faults.get(field);
    return code === undefined ? undefined : words.cannotRead(nameOf(codes, code));
  };
  const text = (
    name:
      | "title"
      | "explanation"
      | "url"
      | "date"
      | "validFrom"
      | "validTo"
      | "languages"
      | "regions"
      | "tags"
      | "media",
    lines = 1,
  ) => (
    <WrittenField
      label={words.fields[name]}
      hint={words.fieldHints[name]}
      value={form[name]}
      lines={lines}
      fault={faultOf(name)}
      onChange={(value) => set({ [name]: value })}
    />
  );
  const save = async (): Promise<void> => {
    if (!isWhole) return;
    setSaved(true);
    await onSave(form, reason).catch(() => setSaved(false));
  };
  return (
    <form
      className="columns"
      onKeyDown={onSendKeys(() => void save())}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="stack">
        <Sheet title={words.whatWasClaimed}>
          <WrittenField
            label={words.fields.claim}
            hint={words.fieldHints.claim}
            value={form.claim}
            lines={3}
            isNeeded
            unitsMax={20_000}
            fault={faultOf("claim")}
            onChange={(claim) => set({ claim })}
          />
          <WordingRows rows={form.wordings} fault={faultOf("wordings")} onChange={(wordings) => set({ wordings })} />
        </Sheet>
        <Sheet title={words.whatWasFound}>
          <Choice
            label={words.verdict}
            hint={words.verdictHints[form.verdict]}
            value={form.verdict}
            options={claimVerdicts.map((verdict) => [verdict, verdicts[verdict]])}
            onChange={(verdict) => set({ verdict })}
          />
          {text("title")}
          {text("explanation", 6)}
          {text("url")}
        </Sheet>
        <Sheet title={words.sources}>
          <p className="quiet small">{words.sourcesHint}</p>
          <SourceRows rows={form.sources} fault={faultOf("sources")} onChange={(sources) => set({ sources })} />
          <WrittenField
            label={words.rightOfReply}
            hint={words.rightOfReplyHint}
            value={form.rightOfReply}
            lines={3}
            fault={faultOf("rightOfReply")}
            onChange={(rightOfReply) => set({ rightOfReply })}
          />
        </Sheet>
        <Sheet title={words.particulars}>
          <div className="claim-pair">
            {text("validFrom")}
            {text("validTo")}
            {text("date")}
            {text("languages")}
            {text("regions")}
            {text("tags")}
          </div>
          {text("media", 2)}
        </Sheet>
      </div>
      <div className="stack claim-aside">
        <Sheet title={words.save}>
          {wanted !== "none" && (
            <WrittenField
              label={words.reason}
              hint={wanted === "needed" ? words.correctReasonHint : words.editReasonHint}
              value={reason}
              lines={2}
              isNeeded={wanted === "needed"}
              onChange={setReason}
            />
          )}
          <CommandFailed error={command.error} />
          <Button type="submit" look="main" aria-disabled={!isWhole} busy={command.isRunning ? parts.working : null}>
            {action}
          </Button>
          <p className="quiet small">{words.saveHint}</p>
        </Sheet>
        <SimilarClaims text={settled} {...(without === undefined ? {} : { without })} />
      </div>
      {blocker.status === "blocked" && <LeaveDialog onStay={blocker.reset} onLeave={blocker.proceed} />}
    </form>
  );
}
