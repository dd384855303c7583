import type { ReactNode } from "react";
import type { Pages } from "../../api/queries.ts";
import { useListKeys } from "../../shell/keys/use-list-keys.ts";
import { Empty } from "../../ui/Empty.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { ListFoot } from "../../ui/ListFoot.tsx";
import { Rows } from "../../ui/Rows.tsx";
import { Waiting } from "../../ui/Waiting.tsx";

/** A list page by page: its rows, or why there are none. */
export function Listed<Item>({
  pages,
  what,
  empty,
  children,
}: {
  readonly pages: Pages<Item>;
  /** What is listed, in sentences. */
  readonly what: string;
  readonly empty: { readonly title: string; readonly hint: string };
  readonly children: (item: Item) => ReactNode;
}) {
  useListKeys("#listed");
  if (pages.error !== null && pages.items.length === 0) {
    return <Failed what={what} error={pages.error} onRetry={pages.reload} />;
  }
  if (pages.isPending) return <Waiting what={what} />;
  if (pages.items.length === 0) {
    return (
      <Empty title={empty.title}>
        <p>{empty.hint}</p>
      </Empty>
    );
  }
  return (
    <>
      <Rows id="listed">{pages.items.map(children)}</Rows>
      <ListFoot pages={pages} />
    </>
  );
}
