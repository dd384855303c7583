import type { ReactNode } from "react";
import type { Pages } from "../../api/queries.ts";
import { useListKeys } from "../../shell/keys/use-list-keys.ts";
import { AwaitedList } from "../../ui/Awaited.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { ListFoot } from "../../ui/ListFoot.tsx";
import { Rows } from "../../ui/Rows.tsx";

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
  if (pages.items.length === 0) {
    const nothing = (
      <Empty title={empty.title}>
        <p>{empty.hint}</p>
      </Empty>
    );
    return <AwaitedList what={what} pages={pages} empty={nothing} />;
  }
  return (
    <>
      <Rows id="listed">{pages.items.map(children)}</Rows>
      <ListFoot pages={pages} />
    </>
  );
}
