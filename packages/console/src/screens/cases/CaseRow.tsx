import type { caseLine } from "@breakwater/contract";
import { Link } from "@tanstack/react-router";
import { memo, type NamedExoticComponent } from "react";
import type { z } from "zod";
import { useColleagues } from "../../api/colleagues.ts";
import { useFormat, useWords } from "../../app/context.tsx";
import { Tag, Tags } from "../../ui/Tag.tsx";
import { Ago } from "../../ui/Time.tsx";
import { caseStatusNames } from "../../words/case-terms.ts";
import { toShortId } from "../../words/short-id.ts";
import { caseTypeNames } from "../../words/terms.ts";
import { Clocks } from "./parts/Clocks.tsx";
import { caseWords } from "./words/table.ts";
import "../leads/leads.css";
import "./cases.css";

export type CaseLine = z.infer<typeof caseLine>;

type Props = { readonly line: CaseLine };

/** One case in a list. */
export const CaseRow: NamedExoticComponent<Props> = memo(function CaseRow({ line }: Props) {
  const words = useWords(caseWords);
  const format = useFormat();
  const statuses = useWords(caseStatusNames);
  const types = useWords(caseTypeNames);
  const colleagues = useColleagues();
  const names = line.assignees.map((id) => colleagues.get(id)?.name ?? toShortId(id));
  return (
    <li className="lead-row">
      <Link to="/cases/$id" params={{ id: line.id }} className="lead-row-link" data-row>
        <span className="lead-row-name">
          <Tag tone={line.priority === "P0" || line.priority === "P1" ? "bad" : "plain"}>{line.priority}</Tag>{" "}
          {types[line.caseType]} <span className="id quiet">{toShortId(line.id)}</span>
        </span>
        <span className="lead-row-facts">
          <span>{words.accountsCount(format.number(line.accounts), line.accounts)}</span>
          <span>{words.evidenceCount(format.number(line.evidence), line.evidence)}</span>
          {line.decisions > 0 && <span>{words.decisionsCount(format.number(line.decisions), line.decisions)}</span>}
          {names.length > 0 && <span>{words.takenBy(format.list(names))}</span>}
        </span>
        <span className="lead-row-state">
          <Tags>
            <Tag tone={line.status === "case_open" || line.status === "proposed" ? "act" : "plain"}>
              {statuses[line.status]}
            </Tag>
            {line.sensitive && <Tag tone="warn">{words.sensitive}</Tag>}
            <Clocks clocks={line.clocks} dueAt={line.dueAt} priority={line.priority} />
          </Tags>
          <span className="quiet small">
            {words.opened} <Ago at={line.openedAt} />
          </span>
        </span>
      </Link>
    </li>
  );
});
