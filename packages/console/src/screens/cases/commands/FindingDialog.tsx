import { findingRoles, grades, severityFactors } from "@breakwater/contract";
import { gradeCaps, levelCaps } from "@breakwater/casework";
import { useState } from "react";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { Choice, TextField, Tick } from "../../../ui/Field.tsx";
import { LongField } from "../../../ui/LongField.tsx";
import {
  evidenceKindNames,
  findingRoleNames,
  gradeNames,
  severityNames,
  type FindingRole,
  type Grade,
} from "../../../words/case-terms.ts";
import { toShortId } from "../../../words/short-id.ts";
import { nameOf } from "../../../words/terms.ts";
import { caseWords } from "../words/table.ts";
import { toFinding, type FindingDraft } from "./finding-draft.ts";
import { useCaseCommand, type CaseDialogProps } from "./use-case-command.ts";

/** What is held about one account. Choosing one that has a finding begins with what stands there. */
export function FindingDialog({ file, onClose }: CaseDialogProps) {
  const words = useWords(caseWords);
  const roles = useWords(findingRoleNames);
  const gradeWords = useWords(gradeNames);
  const factorWords = useWords(severityNames);
  const kinds = useWords(evidenceKindNames);
  const known = [...new Set(file.evidenceItems.flatMap(({ accounts }) => accounts))];
  const begin = (account: string): FindingDraft => {
    const held = file.findings.find((one) => one.account === account);
    const own = file.evidenceItems.filter(({ accounts }) => accounts.includes(account)).map(({ id }) => id);
    return {
      account,
      role: held?.role ?? "unknown",
      grade: held?.grade ?? "minor",
      allegation: held?.allegation ?? "",
      evidence: held?.evidence ?? own,
      severity: held?.severity ?? {},
    };
  };
  const without = known.filter((account) => !file.findings.some((one) => one.account === account));
  const [draft, setDraft] = useState(() => begin(without[0] ?? known[0] ?? ""));
  const change = (next: Partial<FindingDraft>): void => setDraft((now) => ({ ...now, ...next }));
  const { command, send } = useCaseCommand({ file, onClose });
  const about = file.evidenceItems.filter(({ accounts }) => accounts.includes(draft.account));
  const finding = toFinding(draft);
  return (
    <CommandDialog
      title={words.commands.record_finding}
      hint={words.findingHint}
      action={words.commands.record_finding}
      command={command}
      {...send(finding === null ? null : { kind: "record_finding", finding })}
      onClose={onClose}
    >
      {known.length === 0 && <p>{words.evidenceFirst}</p>}
      {known.length > 0 && (
        <Choice
          label={words.account}
          value={draft.account}
          options={known.map((account) => [account, account])}
          onChange={(account) => setDraft(begin(account))}
        />
      )}
      <Choice<FindingRole>
        label={words.role}
        hint={words.roleCap(levelCaps[draft.role])}
        value={draft.role}
        options={findingRoles.map((role) => [role, roles[role]])}
        onChange={(role) => change({ role })}
      />
      <fieldset className="case-ticks">
        <legend>{words.restsOn}</legend>
        {about.map((item) => (
          <Tick
            key={item.id}
            isOn={draft.evidence.includes(item.id)}
            onChange={(isOn) =>
              change({
                evidence: isOn ? [...draft.evidence, item.id] : draft.evidence.filter((id) => id !== item.id),
              })
            }
          >
            {nameOf(kinds, item.kind)} <span className="id quiet">{toShortId(item.id)}</span>{" "}
            {item.accountCount === 1 ? words.own : words.shared}
          </Tick>
        ))}
      </fieldset>
      <LongField
        label={words.allegation}
        hint={words.allegationHint}
        value={draft.allegation}
        onChange={(allegation) => change({ allegation })}
      />
      <Choice<Grade>
        label={words.grade}
        hint={words.gradeCap(gradeCaps[draft.grade])}
        value={draft.grade}
        options={grades.map((grade) => [grade, gradeWords[grade]])}
        onChange={(grade) => change({ grade })}
      />
      <fieldset className="case-ticks">
        <legend>{words.severity}</legend>
        <p className="field-hint">{words.severityHint}</p>
        {severityFactors.map((factor) => {
          const held = draft.severity[factor] ?? { weight: 0, reason: "" };
          const set = (next: Partial<typeof held>): void =>
            change({ severity: { ...draft.severity, [factor]: { ...held, ...next } } });
          return (
            <div key={factor} className="case-factor">
              <Choice
                label={factorWords[factor]}
                value={String(held.weight) as "0" | "1" | "2"}
                options={[
                  ["0", words.weights[0]],
                  ["1", words.weights[1]],
                  ["2", words.weights[2]],
                ]}
                onChange={(weight) => set({ weight: Number(weight) })}
              />
              {held.weight > 0 && (
                <TextField
                  label={words.whyWeighs(factorWords[factor])}
                  value={held.reason}
                  onChange={(reason) => set({ reason })}
                />
              )}
            </div>
          );
        })}
      </fieldset>
    </CommandDialog>
  );
}
