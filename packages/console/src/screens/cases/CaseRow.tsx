import type { caseLine } from "@breakwater/contract";
import { Link } from "@tanstack/react-router";
import { memo, type NamedExoticComponent } from "react";
import type { z } from "zod";
import { useFormat, useWords } from "../../app/context.tsx";
import { useNames } from "../../ui/Person.tsx";
import { Row } from "../../ui/Rows.tsx";
import { Tag, Tags } from "../../ui/Tag.tsx";
import { Ago } from "../../ui/Time.tsx";
import { caseStatusNames } from "../../words/case-terms.ts";
import { toShortId } from "../../words/short-id.ts";
import { caseTypeNames } from "../../words/terms.ts";
import { Clocks } from "./parts/Clocks.tsx";
import { caseWords } from "./words/table.ts";

export type CaseLine = z.infer<typeof caseLine>;

type Props = { readonly line: CaseLine };

/** One case in a list. */
export const CaseRow: NamedExoticComponent<Props> = memo(function CaseRow({ line }: Props) {
  const words = useWords(caseWords);
  const format = useFormat();
  const statuses = useWords(caseStatusNames);
  const types = useWords(caseTypeNames);
  const names = line.assignees.map(useNames());
  return (
    <Row
      link={(row) => <Link to="/cases/$id" params={{ id: line.id }} {...row} />}
      title={
        <>
          <Tag tone={line.priority === "P0" || line.priority === "P1" ? "bad" : "plain"}>{line.priority}</Tag>{" "}
          {types[line.caseType]} <span className="id quiet">{toShortId(line.id)}</span>
        </>
      }
      facts={[
        words.accountsCount(format.number(line.accounts), line.accounts),
        words.evidenceCount(format.number(line.evidence), line.evidence),
        line.decisions > 0 ? words.decisionsCount(format.number(line.decisions), line.decisions) : null,
        names.length > 0 ? words.takenBy(format.list(names)) : null,
      ]}
      state={
        <Tags>
          <Tag tone={line.status === "case_open" || line.status === "proposed" ? "act" : "plain"}>
            {statuses[line.status]}
          </Tag>
          {line.sensitive && <Tag tone="warn">{words.sensitive}</Tag>}
          <Clocks clocks={line.clocks} dueAt={line.dueAt} priority={line.priority} />
        </Tags>
      }
      when={
        <>
          {words.opened} <Ago at={line.openedAt} />
        </>
      }
    />
  );
});
