import { useFormat, useWords } from "../../../app/context.tsx";
import { Person } from "../../../ui/Person.tsx";
import { Facts, Sheet } from "../../../ui/Sheet.tsx";
import { Tag, Tags } from "../../../ui/Tag.tsx";
import { Ago } from "../../../ui/Time.tsx";
import { findingRoleNames, gradeNames, measureNames, noActionNames } from "../../../words/case-terms.ts";
import { nameOf } from "../../../words/terms.ts";
import type { Case } from "../CaseFile.tsx";
import { caseWords } from "../words/table.ts";
import { Letters } from "./Letters.tsx";
import { LongFacts } from "./LongFacts.tsx";
import { PublicStatement } from "./PublicStatement.tsx";

type Proposal = NonNullable<Case["proposal"]>;
export type ActionProposal = Extract<Proposal, { kind: "action" }>;
export type Proposed = ActionProposal["items"][number];

const openMax = 2;

/** What one person proposes and another has to judge. */
export function ProposalSheet({ file, proposal }: { readonly file: Case; readonly proposal: Proposal }) {
  const words = useWords(caseWords);
  const reasons = useWords(noActionNames);
  const by = (
    <span className="quiet small">
      <Person id={proposal.by} /> · <Ago at={proposal.at} />
    </span>
  );
  if (proposal.kind === "no_action") {
    return (
      <Sheet title={words.proposal} aside={by}>
        <p>
          <strong>{words.leftAlone}</strong>: {reasons[proposal.reason]}
        </p>
      </Sheet>
    );
  }
  const { items, bulk, emergency, hearingSkipped } = proposal;
  return (
    <Sheet title={words.proposal} aside={by}>
      {bulk && <BulkSummary file={file} proposal={proposal} />}
      {emergency && <p className="case-hidden">{words.emergencyHint}</p>}
      {hearingSkipped !== null && (
        <p>
          <strong>{words.notHeard}</strong> {hearingSkipped}
        </p>
      )}
      <ul className="findings">
        {items.map((item) => (
          <li key={item.decision}>
            <ProposedEntry caseId={file.id} proposal={proposal} item={item} isOpen={items.length <= openMax} />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function BulkSummary({ file, proposal }: { readonly file: Case; readonly proposal: ActionProposal }) {
  const words = useWords(caseWords);
  const format = useFormat();
  const measures = useWords(measureNames);
  const roles = useWords(findingRoleNames);
  const { preview, sample, judgements } = proposal;
  const tally = (counts: Readonly<Record<string, number>>, names: Readonly<Record<string, string>>): string =>
    format.list(Object.entries(counts).map(([key, count]) => `${format.number(count)} × ${nameOf(names, key)}`));
  const disagreed = judgements.filter(({ agrees }) => agrees === false).length;
  return (
    <>
      <Facts
        facts={[
          [words.accounts, format.number(preview.accounts)],
          [words.measures, tally(preview.byMeasure, measures)],
          [words.roles, tally(preview.byRole, roles)],
          [
            words.blindSample,
            sample === null
              ? words.notDrawn
              : words.judgedOf(format.number(judgements.length), format.number(sample.length)),
          ],
          disagreed === 0 ? null : [words.disagreed, format.number(disagreed)],
        ]}
      />
      {file.toJudge.length > 0 && <p className="quiet small">{words.judgeFirst}</p>}
    </>
  );
}

function ProposedEntry({
  caseId,
  proposal,
  item,
  isOpen,
}: {
  readonly caseId: string;
  readonly proposal: ActionProposal;
  readonly item: Proposed;
  readonly isOpen: boolean;
}) {
  const words = useWords(caseWords);
  const format = useFormat();
  const roles = useWords(findingRoleNames);
  const grades = useWords(gradeNames);
  const measures = useWords(measureNames);
  return (
    <details className="finding" open={isOpen}>
      <summary>
        <span className="id">{item.account}</span>
        <Tags>
          {item.measures.map(({ id, type }) => (
            <Tag key={id} tone="act">
              {measures[type]}
            </Tag>
          ))}
          <Tag>{roles[item.role]}</Tag>
          <Tag>{grades[item.grade]}</Tag>
        </Tags>
      </summary>
      <Facts
        facts={[
          [
            words.measures,
            <ul key="measures">
              {item.measures.map(({ id, type, target, durationMs }) => (
                <li key={id}>
                  {measures[type]}, {words.onTarget[target.kind]} <span className="id">{target.id}</span>,{" "}
                  {durationMs === null
                    ? words.untilTakenBack
                    : durationMs === 0
                      ? words.once
                      : format.duration(durationMs)}
                </li>
              ))}
            </ul>,
          ],
          [words.rule, words.ruleVersion(item.rule.id, item.rule.version)],
        ]}
      />
      <LongFacts
        facts={[
          [words.alternatives, item.alternatives],
          [words.proportionality, item.proportionality],
          [words.whyNotMoneyFirst, item.whyNotMoneyFirst ?? ""],
        ]}
      />
      {item.statement !== null && (
        <>
          <h3>{words.statement}</h3>
          <PublicStatement fields={item.statement} />
        </>
      )}
      <Letters caseId={caseId} proposal={proposal} item={item} />
    </details>
  );
}
