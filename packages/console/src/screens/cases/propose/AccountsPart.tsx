import { useFormat, useWords } from "../../../app/context.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Tick } from "../../../ui/Field.tsx";
import { LongField } from "../../../ui/LongField.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Tag, Tags } from "../../../ui/Tag.tsx";
import { findingRoleNames, gradeNames } from "../../../words/case-terms.ts";
import type { Finding } from "../parts/Findings.tsx";
import { caseWords } from "../words/table.ts";
import { bulkMax, type ProposalDraft } from "./proposal-draft.ts";

export type PartProps = {
  readonly draft: ProposalDraft;
  readonly onChange: (next: Partial<ProposalDraft>) => void;
};

/** Whom the proposal is about: each account by its own finding. */
export function AccountsPart({ findings, draft, onChange }: PartProps & { readonly findings: readonly Finding[] }) {
  const words = useWords(caseWords);
  const format = useFormat();
  const roles = useWords(findingRoleNames);
  const grades = useWords(gradeNames);
  const { accounts, facts } = draft;
  return (
    <Sheet
      title={words.whichAccounts}
      aside={
        <span className="quiet">{words.chosenOf(format.number(accounts.length), format.number(findings.length))}</span>
      }
    >
      {accounts.length > 1 && <p className="quiet small">{words.bulkHint(format.number(bulkMax))}</p>}
      {findings.length === 0 && <p>{words.noFinding}</p>}
      {findings.length > 3 && (
        <p className="case-buttons">
          <Button onClick={() => onChange({ accounts: findings.slice(0, bulkMax).map(({ account }) => account) })}>
            {words.chooseAll}
          </Button>
          <Button onClick={() => onChange({ accounts: [] })}>{words.chooseNone}</Button>
        </p>
      )}
      <ul className="case-accounts">
        {findings.map((finding) => {
          const { account, role, grade, levelMax, ownEvidence } = finding;
          const isOn = accounts.includes(account);
          return (
            <li key={account}>
              <Tick
                isOn={isOn}
                onChange={(on) =>
                  onChange({ accounts: on ? [...accounts, account] : accounts.filter((one) => one !== account) })
                }
              >
                <span className="id">{account}</span>{" "}
                <Tags>
                  <Tag>{roles[role]}</Tag>
                  <Tag>{grades[grade]}</Tag>
                  <Tag>{words.upTo(levelMax)}</Tag>
                  {ownEvidence === 0 && <Tag tone="bad">{words.onlySharedShort}</Tag>}
                </Tags>
              </Tick>
              {isOn && (
                <details className="case-own" open={accounts.length === 1}>
                  <summary className="small">{words.ownFacts}</summary>
                  <LongField
                    label={words.factsOf(account)}
                    hint={words.factsHint}
                    value={facts[account] ?? finding.allegation}
                    onChange={(text) => onChange({ facts: { ...facts, [account]: text } })}
                  />
                </details>
              )}
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
}
