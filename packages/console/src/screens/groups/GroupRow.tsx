import { Link } from "@tanstack/react-router";
import { useWords } from "../../app/context.tsx";
import { Row } from "../../ui/Rows.tsx";
import { Tag, Tags } from "../../ui/Tag.tsx";
import { Ago, Moment } from "../../ui/Time.tsx";
import { familyAxes, groupKindNames, isFamily } from "../../words/terms.ts";
import type { GroupLine } from "./group-type.ts";
import { useSpeech } from "./parts/use-speech.ts";

/** One group in a list. */
export function GroupRow({ group }: { readonly group: GroupLine }) {
  const { words, format, nameLayer, nameFamily } = useSpeech();
  const kinds = useWords(groupKindNames);
  const { lead } = group;
  const families = [...new Set([...group.coordinated, ...group.inauthentic])];
  return (
    <Row
      link={(row) => <Link to="/groups/$id" params={{ id: group.id }} {...row} />}
      title={
        <>
          {words.accountsN(format.number(group.accounts), group.accounts)} ·{" "}
          {words.thingsN(format.number(group.objects), group.objects)} ({format.list(group.layers.map(nameLayer))})
        </>
      }
      tags={
        <Tags>
          {families.map((family) => (
            <Tag key={family} tone={isFamily(family) ? familyAxes[family] : "plain"}>
              {nameFamily(family)}
            </Tag>
          ))}
        </Tags>
      }
      facts={[
        <span key="span">
          <Moment at={group.from} /> – <Moment at={group.to} />
        </span>,
      ]}
      state={
        <Tags>
          <Tag tone={group.kind === "campaign" ? "inauthentic" : "coordinated"}>{kinds[group.kind]}</Tag>
          <Tag>{words.stateOf[group.state]}</Tag>
        </Tags>
      }
      when={
        <>
          {words.leads[lead.kind === "held" ? lead.why : lead.kind]} · <Ago at={group.lastEpoch} />
        </>
      }
    />
  );
}
