import { getGroup } from "@breakwater/contract";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useRoute } from "../../api/queries.ts";
import { useWords } from "../../app/context.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { groupKindNames } from "../../words/terms.ts";
import { nameAccounts } from "../groups/parts/aliases.ts";
import { GroupConcentration } from "../groups/parts/GroupConcentration.tsx";
import { GroupExplanations } from "../groups/parts/GroupExplanations.tsx";
import { GroupPace } from "../groups/parts/GroupPace.tsx";
import { GroupSaid } from "../groups/parts/GroupSaid.tsx";
import { GroupSamples } from "../groups/parts/GroupSamples.tsx";
import { GroupUnseen } from "../groups/parts/GroupUnseen.tsx";
import { leadWords } from "./words/table.ts";

/** What the detector saw of the group behind a lead; network, replay and every account are on the group's own page. */
export function LeadGroup({ id }: { readonly id: string }) {
  const words = useWords(leadWords);
  const kinds = useWords(groupKindNames);
  const { data: group, error, isPending, refetch } = useRoute(getGroup, { params: { id } });
  const aliases = useMemo(
    () =>
      nameAccounts(
        id,
        (group?.accounts ?? []).map(({ account }) => account),
      ),
    [id, group?.accounts],
  );
  if (error !== null && group === undefined) {
    return (
      <Sheet title={words.pace}>
        <Failed what={words.groupGone} error={error} onRetry={() => void refetch()} />
      </Sheet>
    );
  }
  if (isPending || group === undefined) return <Waiting what={words.pace} />;
  return (
    <>
      <GroupSaid
        group={group}
        aside={<Tag tone={group.kind === "campaign" ? "inauthentic" : "coordinated"}>{kinds[group.kind]}</Tag>}
      />
      <p>
        <Link to="/groups/$id" params={{ id }}>
          {words.wholeGroup} →
        </Link>
      </p>
      <GroupPace group={group} title={words.pace} />
      <GroupSamples group={group} aliases={aliases} />
      <GroupConcentration group={group} />
      <GroupExplanations group={group} />
      <GroupUnseen group={group} />
    </>
  );
}
