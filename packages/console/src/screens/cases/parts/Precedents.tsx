import { getCaseContext } from "@breakwater/contract";
import { Link } from "@tanstack/react-router";
import { useRoute } from "../../../api/queries.ts";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Awaited } from "../../../ui/Awaited.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Tag, Tags } from "../../../ui/Tag.tsx";
import { Ago } from "../../../ui/Time.tsx";
import { decisionStatusNames, findingRoleNames, gradeNames, measureNames } from "../../../words/case-terms.ts";
import { nameOf } from "../../../words/terms.ts";
import type { Case } from "../CaseFile.tsx";
import { useRulesInForce } from "../rules.ts";
import { RuleText } from "./RuleText.tsx";
import { caseWords } from "../words/table.ts";

const shownMax = 8;

/** The text of the rules, and what was decided before: about these accounts, and under the same rules. */
export function Precedents({ file }: { readonly file: Case }) {
  const words = useWords(caseWords);
  const proposed = file.proposal?.kind === "action" ? file.proposal.items.map(({ rule }) => rule) : [];
  const isBlind = file.hidden.some(({ what }) => what === "proposal");
  const inForce = useRulesInForce();
  // Before anything is proposed: what was decided under the rules that such cases come under most.
  const wished = proposed.length > 0 ? [] : inForce.rules.slice(0, 20).map(({ rule }) => `${rule.id}@${rule.version}`);
  const query = wished.length === 0 ? {} : { rules: wished.join(",") };
  const reading = useRoute(getCaseContext, { params: { id: file.id }, query }, { isWanted: !isBlind });
  const { data } = reading;
  const named = new Set(proposed.map(({ id, version }) => `${id}@${version}`));
  return (
    <>
      <Sheet title={words.policy}>
        {inForce.error !== null && (
          <Failed what={words.policy} error={inForce.error} onRetry={() => void inForce.reload()} />
        )}
        {inForce.error === null && inForce.rules.length === 0 && !inForce.isPending && (
          <p className="quiet">{words.noRule}</p>
        )}
        {inForce.rules
          .filter(({ rule }) => named.size === 0 || named.has(`${rule.id}@${rule.version}`))
          .map((rule) => (
            <RuleText key={rule.id} rule={rule} isOpen={named.size === 1} />
          ))}
      </Sheet>
      <Sheet title={words.precedents}>
        {isBlind && <p className="quiet">{words.keptBack}</p>}
        <Awaited what={words.precedents} reading={reading} />
        {data !== undefined && (
          <>
            <h3>{words.aboutThese}</h3>
            <Lines lines={data.priorDecisions} empty={words.noneAboutThese} />
            <h3>{words.underSame}</h3>
            <Lines lines={data.similar} empty={words.noneUnderSame} />
          </>
        )}
      </Sheet>
    </>
  );
}

type Line = {
  readonly decision: string;
  readonly account: string | null;
  readonly role: string | null;
  readonly grade: string | null;
  readonly measures: readonly string[];
  readonly status: string;
  readonly rule: { readonly id: string } | null;
  readonly decidedAt: number;
};

function Lines({ lines, empty }: { readonly lines: readonly Line[]; readonly empty: string }) {
  const words = useWords(caseWords);
  const format = useFormat();
  const roles = useWords(findingRoleNames);
  const grades = useWords(gradeNames);
  const measures = useWords(measureNames);
  const statuses = useWords(decisionStatusNames);
  if (lines.length === 0) return <p className="quiet small">{empty}</p>;
  return (
    <ul className="case-lines">
      {lines.slice(0, shownMax).map((line) => (
        <li key={line.decision}>
          <Link to="/decisions/$id" params={{ id: line.decision }}>
            {line.measures.length === 0
              ? words.leftAlone
              : format.list(line.measures.map((measure) => nameOf(measures, measure)))}
          </Link>
          <Tags>
            {line.role !== null && <Tag>{nameOf(roles, line.role)}</Tag>}
            {line.grade !== null && <Tag>{nameOf(grades, line.grade)}</Tag>}
            <Tag tone={line.status === "restored" ? "warn" : "plain"}>{nameOf(statuses, line.status)}</Tag>
          </Tags>
          <span className="quiet small">
            {line.rule !== null && <>{line.rule.id} · </>}
            <Ago at={line.decidedAt} />
          </span>
        </li>
      ))}
      {lines.length > shownMax && (
        <li className="quiet small">{words.andMore(format.number(lines.length - shownMax))}</li>
      )}
    </ul>
  );
}
