import type { leadLine } from "@breakwater/contract";
import { Link } from "@tanstack/react-router";
import { memo, type NamedExoticComponent } from "react";
import type { z } from "zod";
import { useFormat, useWords } from "../../app/context.tsx";
import { Tag, Tags } from "../../ui/Tag.tsx";
import { Ago, Deadline } from "../../ui/Time.tsx";
import { familyAxes, familyNames, isFamily, leadSourceNames, leadStatusNames, nameOf } from "../../words/terms.ts";
import { leadWords } from "./words/table.ts";
import "./leads.css";

export type LeadLine = z.infer<typeof leadLine>;

type Props = { readonly lead: LeadLine };

/** Until a lead expires when nobody acts, ms: its clock is drawn against it. */
const leadLifeMs = 30 * 86_400_000;

/** One lead in a list. */
export const LeadRow: NamedExoticComponent<Props> = memo(function LeadRow({ lead }: Props) {
  const words = useWords(leadWords);
  const format = useFormat();
  const statuses = useWords(leadStatusNames);
  const sources = useWords(leadSourceNames);
  const isWaiting = lead.status === "lead_open" || lead.status === "lead_returned";
  return (
    <li className="lead-row">
      <Link to="/leads/$id" params={{ id: lead.id }} className="lead-row-link" data-row>
        <span className="lead-row-name">
          {lead.families.length > 0 ? <Families families={lead.families} /> : <span>{sources[lead.source]}</span>}
        </span>
        <span className="lead-row-facts">
          <span>{words.things(format.number(lead.refs), lead.refs)}</span>
          {lead.families.length > 0 && <span>{sources[lead.source]}</span>}
          {lead.joined > 0 && <span>{words.joined(format.number(lead.joined), lead.joined)}</span>}
          {lead.growth?.accounts != null && lead.growth.actions !== null && (
            <span>{words.grownTo(format.number(lead.growth.accounts), format.number(lead.growth.actions))}</span>
          )}
        </span>
        <span className="lead-row-state">
          <Tags>
            {!isWaiting && <Tag tone={lead.status === "lead_accepted" ? "act" : "plain"}>{statuses[lead.status]}</Tag>}
            {lead.learning && <Tag tone="warn">{words.learningTag}</Tag>}
            {lead.endedAt !== null && <Tag>{words.ended}</Tag>}
            {isWaiting && <Deadline at={lead.expiresAt} spanMs={leadLifeMs} />}
          </Tags>
          <span className="quiet small">
            {words.opened} <Ago at={lead.openedAt} />
          </span>
        </span>
      </Link>
    </li>
  );
});

/** Families of tests that spoke, each in the colour of its axis. */
export function Families({ families }: { readonly families: readonly string[] }) {
  const names = useWords(familyNames);
  return (
    <Tags>
      {families.map((family) => (
        <Tag key={family} tone={isFamily(family) ? familyAxes[family] : "plain"}>
          {nameOf(names, family)}
        </Tag>
      ))}
    </Tags>
  );
}
