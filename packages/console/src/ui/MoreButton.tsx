import type { Pages } from "../api/queries.ts";
import { useWords } from "../app/context.tsx";
import { Button } from "./Button.tsx";
import { partWords } from "./words.ts";

/** The next page of a list; nothing where the list is at its end. */
export function MoreButton({ pages }: { readonly pages: Pages<unknown> }) {
  const words = useWords(partWords);
  if (!pages.hasMore) return null;
  return (
    <Button busy={pages.isLoadingMore ? words.loadingMore : null} onClick={pages.loadMore}>
      {words.more}
    </Button>
  );
}
