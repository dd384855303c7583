import { useEffect, useRef, type ReactNode } from "react";
import type { Pages } from "../api/queries.ts";
import { ListFoot } from "./ListFoot.tsx";
import { Stretch } from "./Stretch.tsx";
import "./long-list.css";
import "./rows.css";

/** Rows that are drawn, or left out, together. */
const stretchRows = 25;
/** Stretches that are one gap where all of them are far: whenever a height changes, the browser places all boxes below it anew. */
const shelfRows = 20 * stretchRows;

/**
 * A list that may have ten thousand rows: what is far from sight is not drawn, and the next page is asked for before its end is reached. Its
 * foot says how much is shown, and that one as long as this is not kept up to date.
 */
export function LongList<Item>({
  id,
  pages,
  draw,
}: {
  /** Of the element around the rows, for `useListKeys()`. */
  readonly id: string;
  readonly pages: Pages<Item>;
  /** A row, with its key. */
  readonly draw: (item: Item) => ReactNode;
}) {
  return (
    <>
      <div id={id} className="rows">
        {cut(pages.items, shelfRows).map((shelf, i) => (
          // Rows have keys of their own; a stretch is its place.
          // oxlint-disable-next-line react/no-array-index-key
          <Stretch key={i} count={shelf.length} isFirst={i === 0} windows={3}>
            {(rowHeight) =>
              cut(shelf, stretchRows).map((rows, j) => (
                // oxlint-disable-next-line react/no-array-index-key
                <Stretch key={j} count={rows.length} isFirst={i === 0 && j < 2} windows={1} rowHeight={rowHeight}>
                  {() => <ul>{rows.map(draw)}</ul>}
                </Stretch>
              ))
            }
          </Stretch>
        ))}
      </div>
      <Foot pages={pages} />
    </>
  );
}

function Foot({ pages }: { readonly pages: Pages<unknown> }) {
  const ref = useRef<HTMLDivElement>(null);
  useNearness(ref, pages);
  return (
    <div ref={ref}>
      <ListFoot pages={pages} />
    </div>
  );
}

/** Asks for the next page while the foot is less than two windows away. */
function useNearness(ref: { readonly current: HTMLElement | null }, pages: Pages<unknown>): void {
  const { hasMore, isFetching, error, loadMore } = pages;
  const isWaiting = hasMore && !isFetching && error === null;
  const load = useRef(loadMore);
  useEffect(() => {
    load.current = loadMore;
  });
  useEffect(() => {
    const foot = ref.current;
    if (!isWaiting || foot === null) return undefined;
    const look = (seen: readonly IntersectionObserverEntry[]): void => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) load.current();
    };
    const observer = new IntersectionObserver(look, { rootMargin: "0px 0px 200% 0px" });
    observer.observe(foot);
    return () => observer.disconnect();
  }, [ref, isWaiting]);
}

function cut<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}
