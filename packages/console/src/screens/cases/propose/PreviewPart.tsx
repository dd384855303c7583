import { useState } from "react";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { Choice } from "../../../ui/Field.tsx";
import { Facts, Sheet } from "../../../ui/Sheet.tsx";
import { Tag, Tags } from "../../../ui/Tag.tsx";
import { Waiting } from "../../../ui/Waiting.tsx";
import { PublicStatement } from "../parts/PublicStatement.tsx";
import { caseWords } from "../words/table.ts";
import { NoticeText } from "./NoticeText.tsx";
import type { ProposalDraft } from "./proposal-draft.ts";
import type { Preview } from "./use-preview.ts";

type Item = NonNullable<Preview["data"]>["items"][number];
type Refusal = NonNullable<Item["refusal"]>;

/** The statement of reasons as the person would read it, in each language, and as everybody would; before anybody is asked to agree. */
export function PreviewPart({
  missing,
  preview,
}: {
  readonly missing: readonly (keyof ProposalDraft)[];
  readonly preview: Preview;
}) {
  const words = useWords(caseWords);
  const format = useFormat();
  const [account, setAccount] = useState<string | null>(null);
  const { data } = preview;
  const item = data?.items.find((one) => one.account === account) ?? data?.items[0];
  return (
    <Sheet
      title={words.preview}
      aside={data !== undefined && !preview.isCurrent && <span className="quiet small">{words.beingWritten}</span>}
    >
      {missing.length > 0 && (
        <>
          <p className="quiet">{words.previewWaits}</p>
          <ul className="case-missing">
            {missing.map((name) => (
              <li key={name}>{words.missing[name]}</li>
            ))}
          </ul>
        </>
      )}
      {preview.error !== null && <Failed what={words.preview} error={preview.error} onRetry={preview.reload} />}
      {missing.length === 0 && preview.isPending && preview.error === null && <Waiting what={words.preview} />}
      {data !== undefined && (
        <>
          {data.refusal === null ? (
            <Tags>
              <Tag tone="good">{words.canBeProposed}</Tag>
              <Tag>{data.humans === 2 ? (data.senior ? words.takesSenior : words.takesTwo) : words.takesOne}</Tag>
            </Tags>
          ) : (
            <RefusalText refusal={data.refusal} />
          )}
          {data.items.length > 1 && (
            <>
              <Facts
                facts={[
                  [words.accounts, format.number(data.effect.accounts)],
                  [words.blindSample, words.sampleOf(format.number(data.sampleSize))],
                ]}
              />
              <Choice
                label={words.previewOf}
                value={item?.account ?? ""}
                options={data.items.map((one) => [
                  one.account,
                  one.refusal === null ? one.account : `${one.account} ⚠`,
                ])}
                onChange={setAccount}
              />
            </>
          )}
          {item !== undefined && <ItemPreview item={item} isOnly={data.items.length === 1} />}
        </>
      )}
    </Sheet>
  );
}

type Shown = "public" | (string & {});

function ItemPreview({ item, isOnly }: { readonly item: Item; readonly isOnly: boolean }) {
  const words = useWords(caseWords);
  const { language } = useFormat();
  const [shown, setShown] = useState<Shown>(language);
  const notice = item.notices.find((one) => one.language === shown);
  const tabs: readonly (readonly [Shown, string])[] = [
    ...item.notices.map((one) => [one.language, words.noticeIn(one.language)] as const),
    ["public", words.publicVersion],
  ];
  return (
    <div className="preview">
      {item.refusal !== null && !isOnly && <RefusalText refusal={item.refusal} />}
      {item.faults.length > 0 && (
        <ul className="case-missing">
          {item.faults.map(({ field, message }) => (
            <li key={field}>
              <span className="id">{field}</span> {message}
            </li>
          ))}
        </ul>
      )}
      <div className="preview-tabs" role="group" aria-label={words.previewVersions}>
        {tabs.map(([key, label]) => (
          <button
            key={key}
            type="button"
            className="preview-tab"
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

function RefusalText({ refusal: { why, next, about } }: { readonly refusal: Refusal }) {
  return (
    <div className="case-refusal" role="status">
      <p>
        {why} {next}
      </p>
      {about.length > 0 && <p className="id small">{about.join(", ")}</p>}
    </div>
  );
}
