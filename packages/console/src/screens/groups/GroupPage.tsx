import { getGroup, getGroupNetwork } from "@breakwater/contract";
import { Link, useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import { useRoute } from "../../api/queries.ts";
import { useWords } from "../../app/context.tsx";
import { useReading } from "../../app/use-reading.ts";
import { Awaited } from "../../ui/Awaited.tsx";
import { PageHead } from "../../ui/Page.tsx";
import { Facts, Sheet } from "../../ui/Sheet.tsx";
import { Tag, Tags } from "../../ui/Tag.tsx";
import { Moment } from "../../ui/Time.tsx";
import { groupKindNames } from "../../words/terms.ts";
import type { Group } from "./group-type.ts";
import { GroupMarks } from "./marks/GroupMarks.tsx";
import { GroupPicture } from "./network/GroupPicture.tsx";
import { nameAccounts } from "./parts/aliases.ts";
import { GroupAccounts } from "./parts/GroupAccounts.tsx";
import { GroupConcentration } from "./parts/GroupConcentration.tsx";
import { GroupExplanations } from "./parts/GroupExplanations.tsx";
import { GroupSaid } from "./parts/GroupSaid.tsx";
import { GroupSamples } from "./parts/GroupSamples.tsx";
import { GroupTests } from "./parts/GroupTests.tsx";
import { GroupUnseen } from "./parts/GroupUnseen.tsx";
import { useSpeech } from "./parts/use-speech.ts";
import { toShortId } from "./short-id.ts";
import { groupWords } from "./words/table.ts";

export function GroupPage() {
  const { id } = useParams({ from: "/groups/$id" });
  const words = useWords(groupWords);
  const reading = useRoute(getGroup, { params: { id } });
  const { data: group } = reading;
  useReading(group !== undefined);
  // Asked for here, so that it comes beside the group and not after it; its own part says where it fails.
  useRoute(getGroupNetwork, { params: { id } });
  return (
    <div className="page" key={id}>
      <PageHead
        title={words.group(toShortId(id))}
        above={
          <p className="small">
            <Link to="/groups">← {words.allGroups}</Link>
          </p>
        }
      >
        {group !== undefined && <Standing group={group} />}
      </PageHead>
      <Awaited what={words.theGroup} reading={reading} />
      {group !== undefined && <Whole group={group} />}
    </div>
  );
}

type WithGroup = { readonly group: Group };

function Standing({ group }: WithGroup) {
  const words = useWords(groupWords);
  const kinds = useWords(groupKindNames);
  const { lead } = group;
  return (
    <Tags>
      <Tag tone={group.kind === "campaign" ? "inauthentic" : "coordinated"}>{kinds[group.kind]}</Tag>
      <Tag>{words.stateOf[group.state]}</Tag>
      {lead.kind === "opened" ? (
        <Link to="/leads/$id" params={{ id: lead.leadId }}>
          {words.toLead}
        </Link>
      ) : (
        <Tag>{words.leads[lead.kind === "held" ? lead.why : lead.kind]}</Tag>
      )}
    </Tags>
  );
}

function Whole({ group }: WithGroup) {
  const accounts = useMemo(() => group.accounts.map(({ account }) => account), [group.accounts]);
  const aliases = useMemo(() => nameAccounts(group.id, accounts), [group.id, accounts]);
  return (
    <>
      <GroupSaid group={group} />
      <GroupPicture group={group} aliases={aliases} />
      <div className="columns">
        <div className="stack">
          <GroupSamples group={group} aliases={aliases} />
          <GroupTests group={group} aliases={aliases} />
          <GroupConcentration group={group} />
        </div>
        <div className="stack">
          <GroupMarks group={group} />
          <GroupExplanations group={group} />
          <GroupUnseen group={group} />
          <GroupFacts group={group} />
        </div>
      </div>
      <GroupAccounts group={group} aliases={aliases} />
    </>
  );
}

function GroupFacts({ group }: WithGroup) {
  const { words, format } = useSpeech();
  const { course, splitFrom, mergedInto } = group;
  const [first, last] = [course[0], course.at(-1)];
  const toGroup = (id: string) => (
    <Link to="/groups/$id" params={{ id }} key={id}>
      {words.group(toShortId(id))}
    </Link>
  );
  return (
    <Sheet title={words.facts}>
      <Facts
        facts={[
          [
            words.id,
            <span className="id" key="id">
              {group.id}
            </span>,
          ],
          [
            words.actedBetween,
            <span key="between">
              <Moment at={group.from} /> – <Moment at={group.to} />
            </span>,
          ],
          [words.foundSince, <Moment at={group.firstEpoch} key="first" />],
          [words.lastFound, <Moment at={group.lastEpoch} key="last" />],
          first === undefined || last === undefined
            ? null
            : [
                words.course,
                words.courseText(
                  format.number(first.accounts),
                  format.number(last.accounts),
                  format.number(course.length),
                ),
              ],
          group.logE > 0 ? [words.logE, words.logEOf(format.figure(group.logE))] : null,
          splitFrom === null ? null : [words.splitFrom, toGroup(splitFrom)],
          mergedInto === null ? null : [words.mergedInto, toGroup(mergedInto)],
          [
            words.detector,
            <span className="id" key="detector">
              {group.detector.version} · {group.detector.fingerprint.slice(0, 8)}
            </span>,
          ],
        ]}
      />
    </Sheet>
  );
}
