import { useWords } from "../app/context.tsx";
import { shellWords } from "../shell/words/table.ts";
import { PageHead } from "./Page.tsx";

export function NotFound() {
  const words = useWords(shellWords);
  return (
    <div className="page">
      <PageHead title={words.notFound}>
        <p className="page-lead">{words.notFoundHint}</p>
      </PageHead>
      <p>
        <a href="/console/">{words.toNow}</a>
      </p>
    </div>
  );
}
