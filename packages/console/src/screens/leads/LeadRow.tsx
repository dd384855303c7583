import { defaultSettings } from "@breakwater/casework";
import type { leadLine } from "@breakwater/contract";
import { Link } from "@tanstack/react-router";
import { memo, type NamedExoticComponent } from "react";
import type { z } from "zod";
import { useFormat, useWords } from "../../app/context.tsx";
import { Row } from "../../ui/Rows.tsx";
import { Tag, Tags } from "../../ui/Tag.tsx";
import { Ago, Deadline } from "../../ui/Time.tsx";
import { familyAxes, familyNames, isFamily, leadSourceNames, leadStatusNames, nameOf } from "../../words/terms.ts";
import { leadWords } from "./words/table.ts";

export type LeadLine = z.infer<typeof leadLine>;

type Props = { readonly lead: LeadLine };

/** One lead in a list. */
export const LeadRow: NamedExoticComponent<Props> = memo(function LeadRow({ lead }: Props) {
  const words = useWords(leadWords);
  const format = useFormat();
  const statuses = useWords(leadStatusNames);
  const sources = useWords(leadSourceNames);
  const isWaiting = lead.status === "lead_open" || lead.status === "lead_returned";
  return (
    <Row
      link={(row) => <Link to="/leads/$id" params={{ id: lead.id }} {...row} />}
      title={lead.families.length > 0 ? <Families families={lead.families} /> : sources[lead.source]}
      facts={[
        words.things(format.number(lead.refs), lead.refs),
        lead.families.length > 0 ? sources[lead.source] : null,
        lead.joined > 0 ? words.joined(format.number(lead.joined), lead.joined) : null,
        lead.growth?.accounts != null && lead.growth.actions !== null
          ? words.grownTo(format.number(lead.growth.accounts), format.number(lead.growth.actions))
          : null,
      ]}
      state={
        <Tags>
          {!isWaiting && <Tag tone={lead.status === "lead_accepted" ? "act" : "plain"}>{statuses[lead.status]}</Tag>}
          {lead.learning && <Tag tone="warn">{words.learningTag}</Tag>}
          {lead.endedAt !== null && <Tag>{words.ended}</Tag>}
          {isWaiting && <Deadline at={lead.expiresAt} spanMs={defaultSettings.leadTtlMs} />}
        </Tags>
      }
      when={
        <>
          {words.opened} <Ago at={lead.openedAt} />
        </>
      }
    />
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
