import { findingRoles, grades, listCaseEvidence, severityFactors } from "@breakwater/contract";
import { gradeCaps, levelCaps } from "@breakwater/casework";
import { useState } from "react";
import { usePages } from "../../../api/queries.ts";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { Choice, TextField, Tick } from "../../../ui/Field.tsx";
import { LongField } from "../../../ui/LongField.tsx";
import { SuggestField } from "../../../ui/SuggestField.tsx";
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
    return {
      account,
      role: held?.role ?? "unknown",
      grade: held?.grade ?? "minor",
      allegation: held?.allegation ?? "",
      evidence: held?.evidence ?? null,
      severity: held?.severity ?? {},
    };
  };
  const without = known.filter((account) => !file.findings.some((one) => one.account === account));
  const [draft, setDraft] = useState(() => begin(without[0] ?? known[0] ?? ""));
  const change = (next: Partial<FindingDraft>): void => setDraft((now) => ({ ...now, ...next }));
  const { command, send } = useCaseCommand({ file, onClose });
  const isNamed = /^[\w.:~-]{1,200}$/.test(draft.account);
  const pages = usePages(
    listCaseEvidence,
    { params: { id: file.id }, query: { account: draft.account, limit: 200 } },
    { isWanted: isNamed },
  );
  const about = isNamed ? pages.items : [];
  const chosen = draft.evidence ?? about.map(({ id }) => id);
  const finding = toFinding({ ...draft, evidence: chosen });
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
      <SuggestField
        label={words.account}
        value={draft.account}
        suggestions={known}
        onChange={(account) => setDraft(begin(account))}
      />
      <Choice<FindingRole>
        label={words.role}
        hint={words.roleCap(levelCaps[draft.role])}
        value={draft.role}
        options={findingRoles.map((role) => [role, roles[role]])}
        onChange={(role) => change({ role })}
      />
      <fieldset className="case-ticks">
        <legend>{words.restsOn}</legend>
        {pages.error !== null && <Failed what={words.evidence} error={pages.error} onRetry={pages.reload} />}
        {about.length === 0 && isNamed && !pages.isPending && pages.error === null && (
          <p className="field-hint">{words.noEvidenceOf}</p>
        )}
        {about.map((item) => (
          <Tick
            key={item.id}
            isOn={chosen.includes(item.id)}
            onChange={(isOn) =>
              change({ evidence: isOn ? [...chosen, item.id] : chosen.filter((id) => id !== item.id) })
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
