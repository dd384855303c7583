import type { Pages } from "../api/queries.ts";
import { useFormat, useWords } from "../app/context.tsx";
import { Button } from "./Button.tsx";
import { MoreButton } from "./MoreButton.tsx";
import { partWords } from "./words.ts";
import "./rows.css";

/** Under a list: how many are shown, the next page, and that one of many pages is not kept up to date. */
export function ListFoot({ pages }: { readonly pages: Pages<unknown> }) {
  const words = useWords(partWords);
  const shown = useFormat().number(pages.items.length);
  return (
    <div className="list-foot">
      <p className="quiet small">
        {pages.hasMore ? words.shownOfMore(shown) : words.shown(shown)}
        {pages.isLong && ` ${words.notKept}`}
      </p>
      {pages.isLong && <Button onClick={pages.beginAnew}>{words.beginAnew}</Button>}
      <MoreButton pages={pages} />
    </div>
  );
}
