import { useFormat, useWords } from "../../../app/context.tsx";
import { Facts, Sheet } from "../../../ui/Sheet.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { sourceKindNames, verdictNames } from "../../../words/claim-terms.ts";
import type { Claim } from "../ClaimStanding.tsx";
import { MaybeLink } from "../MaybeLink.tsx";
import { claimWords } from "../words/table.ts";

type Entry = Claim["entry"];

/** What an entry says, in the order in which a reviewer reads it. */
export function ClaimText({ entry }: { readonly entry: Entry }) {
  const words = useWords(claimWords);
  const format = useFormat();
  const verdicts = useWords(verdictNames);
  const { validFrom, validTo, url, date } = entry;
  const isTimed = validFrom !== undefined || validTo !== undefined;
  return (
    <>
      <Sheet title={words.whatWasClaimed}>
        <blockquote className="claim-quote" dir="auto">
          {entry.claim}
        </blockquote>
      </Sheet>
      <Sheet title={words.whatWasFound}>
        {entry.title !== undefined && (
          <p dir="auto">
            <strong>{entry.title}</strong>
          </p>
        )}
        {entry.explanation === undefined ? (
          <p className="quiet">{words.noExplanation}</p>
        ) : (
          <p className="claim-prose" dir="auto">
            {entry.explanation}
          </p>
        )}
        <p>
          <span className="quiet small">{words.publicAt}</span>
          <br />
          {url === undefined ? words.nowhere : <MaybeLink text={url} />}
        </p>
        <Facts
          facts={[
            [words.verdict, verdicts[entry.verdict]],
            date === undefined ? null : [words.date, date],
            isTimed ? [words.valid, words.period(validFrom ?? "…", validTo ?? "…")] : null,
            entry.languages.length === 0 ? null : [words.languages, format.list(entry.languages)],
            entry.regions.length === 0 ? null : [words.regions, format.list(entry.regions)],
            entry.tags.length === 0 ? null : [words.tags, format.list(entry.tags)],
          ]}
        />
      </Sheet>
      <Grounds entry={entry} />
      <Wordings entry={entry} />
    </>
  );
}

function Grounds({ entry }: { readonly entry: Entry }) {
  const words = useWords(claimWords);
  const format = useFormat();
  const kinds = useWords(sourceKindNames);
  return (
    <Sheet title={words.sources} aside={<span className="quiet">{format.number(entry.sources.length)}</span>}>
      {entry.sources.length === 0 && <p className="quiet">{words.noSources}</p>}
      <ol className="claim-sources">
        {entry.sources.map((source, i) => (
          <li key={`${i} ${source.text}`}>
            <span dir="auto">
              <MaybeLink text={source.text} />
            </span>
            <span className="claim-source-facts">
              <Tag>{source.kind === undefined ? words.kindUnsaid : kinds[source.kind]}</Tag>
              {source.publisher !== undefined && <span className="small">{source.publisher}</span>}
              {source.archive !== undefined && (
                <span className="small">
                  <MaybeLink text={source.archive} name={words.keptCopy} />
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
      {entry.origin === "own" && (
        <>
          <h3>{words.rightOfReply}</h3>
          {entry.rightOfReply === undefined ? (
            <p className="quiet">{words.noReply}</p>
          ) : (
            <p className="claim-prose" dir="auto">
              {entry.rightOfReply}
            </p>
          )}
        </>
      )}
      {entry.media.length > 0 && (
        <>
          <h3>{words.media}</h3>
          <ul className="claim-media">
            {entry.media.map((item) => (
              <li key={item} className="small">
                <MaybeLink text={item} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Sheet>
  );
}

const wordingsShown = 20;

function Wordings({ entry: { wordings } }: { readonly entry: Entry }) {
  const words = useWords(claimWords);
  const format = useFormat();
  const rest = wordings.length - wordingsShown;
  return (
    <Sheet title={words.wordings} aside={<span className="quiet">{format.number(wordings.length)}</span>}>
      <p className="quiet small">{wordings.length === 0 ? words.noWordings : words.wordingsHint}</p>
      <ol className="claim-wordings">
        {wordings.slice(0, wordingsShown).map(({ text, date, source }, i) => (
          <li key={`${i} ${text}`}>
            <blockquote className="claim-quote" dir="auto">
              {text}
            </blockquote>
            {(date ?? source) !== undefined && (
              <p className="quiet small">
                {words.seen} {date} {source !== undefined && <MaybeLink text={source} />}
              </p>
            )}
          </li>
        ))}
      </ol>
      {rest > 0 && <p className="quiet small">{words.moreWordings(format.number(rest))}</p>}
    </Sheet>
  );
}
