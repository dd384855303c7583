import { useState } from "react";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { Choice } from "../../../ui/Field.tsx";
import { Facts, Sheet } from "../../../ui/Sheet.tsx";
import { Tag, Tags } from "../../../ui/Tag.tsx";
import { Waiting } from "../../../ui/Waiting.tsx";
import { caseWords } from "../words/table.ts";
import { ItemPreview, RefusalText } from "./ItemPreview.tsx";
import type { ProposalDraft } from "./proposal-draft.ts";
import type { Preview } from "./use-preview.ts";

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
          {item !== undefined && <ItemPreview item={item} isRefusalShown={data.items.length > 1} />}
        </>
      )}
    </Sheet>
  );
}
