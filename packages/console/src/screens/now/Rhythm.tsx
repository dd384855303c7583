import { getGroup, listGroups } from "@breakwater/contract";
import { Link } from "@tanstack/react-router";
import { usePages, useRoute } from "../../api/queries.ts";
import { useFormat, useWords } from "../../app/context.tsx";
import { RateChart } from "../../ui/chart/RateChart.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { groupKindNames } from "../../words/terms.ts";
import { nowWords } from "./words/table.ts";

/** The pace of the open group that acted last. The API tells the expected rhythm by group, not of the community as a whole. */
export function Rhythm() {
  const words = useWords(nowWords);
  const pages = usePages(listGroups, { query: { state: "open" } });
  const newest = pages.items.toSorted((a, b) => b.to - a.to)[0];
  return (
    <Sheet title={words.rhythm}>
      {pages.error !== null && <Failed what={words.theGroups} error={pages.error} onRetry={pages.reload} />}
      {pages.isPending && pages.error === null && <Waiting what={words.theGroups} />}
      {!pages.isPending && newest === undefined && (
        <Empty title={words.quietTitle}>
          <p>{words.quietHint}</p>
        </Empty>
      )}
      {newest !== undefined && <Pace key={newest.id} id={newest.id} />}
    </Sheet>
  );
}

function Pace({ id }: { readonly id: string }) {
  const words = useWords(nowWords);
  const kinds = useWords(groupKindNames);
  const format = useFormat();
  const { data: group, error, isPending, refetch } = useRoute(getGroup, { params: { id } });
  if (error !== null && group === undefined) {
    return <Failed what={words.theGroups} error={error} onRetry={() => void refetch()} />;
  }
  if (isPending || group === undefined) return <Waiting what={words.theGroups} />;
  const { observed, expected } = group.timeline;
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  const accounts = format.number(group.accounts.length);
  return (
    <>
      <p className="quiet small">{words.rhythmIntro}</p>
      <p>
        <Tag tone={group.kind === "campaign" ? "inauthentic" : "coordinated"}>{kinds[group.kind]}</Tag>
      </p>
      <RateChart
        {...group.timeline}
        text={words.rhythmText(format.number(sum(observed)), format.figure(sum(expected)), accounts)}
      />
      <p>
        <Link to="/groups/$id" params={{ id }}>
          {words.toGroup} →
        </Link>
      </p>
    </>
  );
}
