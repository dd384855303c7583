import type { Pages } from "../api/queries.ts";
import { useFormat, useWords } from "../app/context.tsx";
import { MoreButton } from "./MoreButton.tsx";
import { partWords } from "./words.ts";
import "./rows.css";

/** Under a list: how many are shown, and the next page. */
export function ListFoot({ pages }: { readonly pages: Pages<unknown> }) {
  const words = useWords(partWords);
  const shown = useFormat().number(pages.items.length);
  return (
    <div className="list-foot">
      <p className="quiet small">{pages.hasMore ? words.shownOfMore(shown) : words.shown(shown)}</p>
      <MoreButton pages={pages} />
    </div>
  );
}
