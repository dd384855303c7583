import { useState } from "react";
import { useFormat, useWords } from "../../../app/context.tsx";
import { PublicStatement } from "../parts/PublicStatement.tsx";
import { caseWords } from "../words/table.ts";
import { NoticeText } from "./NoticeText.tsx";
import type { Preview } from "./use-preview.ts";

type Item = NonNullable<Preview["data"]>["items"][number];
type Refusal = NonNullable<Item["refusal"]>;

type Shown = "public" | (string & {});

/** What one account would be told, and the public: in each version by itself. */
export function ItemPreview({
  item,
  isRefusalShown,
}: {
  readonly item: Item;
  /** False where the refusal stands elsewhere, or is none of this account alone. */
  readonly isRefusalShown: boolean;
}) {
  const words = useWords(caseWords);
  const { language } = useFormat();
  const [shown, setShown] = useState<Shown>(language);
  const notice = item.notices.find((one) => one.language === shown);
  const tabs: readonly (readonly [Shown, string])[] = [
    ...item.notices.map((one) => [one.language, words.noticeIn(one.language)] as const),
    ["public", words.publicVersion],
  ];
  return (
    <div className="item-preview">
      {item.refusal !== null && isRefusalShown && <RefusalText refusal={item.refusal} />}
      {item.faults.length > 0 && (
        <ul className="case-missing">
          {item.faults.map(({ field, message }) => (
            <li key={field}>
              <span className="id">{field}</span> {message}
            </li>
          ))}
        </ul>
      )}
      <div className="item-preview-tabs" role="group" aria-label={words.previewVersions}>
        {tabs.map(([key, label]) => (
          <button
            key={key}
            type="button"
            className="item-preview-tab"
            aria-pressed={key === shown}
            onClick={() => setShown(key)}
          >
            {label}
          </button>
        ))}
      </div>
      {shown === "public" ? (
        <PublicVersion item={item} />
      ) : notice === undefined ? (
        item.noticeRefusal !== null && <RefusalText refusal={item.noticeRefusal} />
      ) : (
        <NoticeText notice={notice} />
      )}
    </div>
  );
}

function PublicVersion({ item }: { readonly item: Item }) {
  const words = useWords(caseWords);
  if (item.publishedRefusal !== null) return <RefusalText refusal={item.publishedRefusal} />;
  if (item.published === null) return <p className="quiet">{words.nothingPublished}</p>;
  return (
    <>
      <p className="quiet small">{words.publicHint}</p>
      <PublicStatement fields={item.published} />
    </>
  );
}

export function RefusalText({ refusal: { why, next, about } }: { readonly refusal: Refusal }) {
  return (
    <div className="case-refusal" role="status">
      <p>
        {why} {next}
      </p>
      {about.length > 0 && <p className="id small">{about.join(", ")}</p>}
    </div>
  );
}
