import type { checkAnswer } from "@breakwater/contract";
import { useState } from "react";
import type { z } from "zod";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Tag, Tags } from "../../../ui/Tag.tsx";
import { Ago } from "../../../ui/Time.tsx";
import { bandNames, exposedNames } from "../../../words/claim-terms.ts";
import { claimWords } from "../words/table.ts";
import { Marked } from "./Marked.tsx";
import { PromptPreview } from "./PromptPreview.tsx";
import { TriedMatch } from "./TriedMatch.tsx";

type Answer = z.infer<typeof checkAnswer>;
export type Checked = { readonly text: string; readonly answer: Answer };

/** What the check said of a text: whether a known claim is repeated, where, how sure it is, and what its author would be shown. */
export function TriedPost({ checked, isOld }: { readonly checked: Checked; readonly isOld: boolean }) {
  const words = useWords(claimWords);
  const format = useFormat();
  const bands = useWords(bandNames);
  const { text, answer } = checked;
  const { matches, band, relation } = answer;
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = matches.find(({ entry }) => entry.id === (chosen ?? answer.entry?.id)) ?? matches[0];
  return (
    <>
      {isOld && <p className="quiet">{words.textChanged}</p>}
      <Sheet
        title={words.verdictOfCheck[band === "nothing" ? "nothing" : relation]}
        aside={<Tag tone={band === "recognised" ? "bad" : band === "suggest" ? "warn" : "good"}>{bands[band]}</Tag>}
      >
        <p>{words.bandText[band]}</p>
        <p className="claim-post" dir="auto">
          <Marked text={text} spans={shown?.spans.post ?? []} />
        </p>
        {shown !== undefined && <p className="quiet small">{words.markedHint}</p>}
        {answer.isCut && <p className="quiet small">{words.isCut}</p>}
        <Exposed exposed={answer.exposed} />
        {answer.sample !== null && (
          <p className="small">
            {words.sample(format.number(answer.sample.posts), format.number(answer.sample.accounts))}{" "}
            <Ago at={answer.sample.firstAt} />
          </p>
        )}
      </Sheet>
      <PromptPreview prompt={answer.prompt} />
      <Sheet title={words.matches} aside={<span className="quiet">{format.number(matches.length)}</span>}>
        {matches.length === 0 && <p className="quiet">{words.noMatches}</p>}
        <ol className="claim-matches">
          {matches.map((match) => (
            <TriedMatch
              key={match.entry.id}
              match={match}
              isShown={match === shown}
              onShow={() => setChosen(match.entry.id)}
            />
          ))}
        </ol>
      </Sheet>
    </>
  );
}

function Exposed({ exposed }: Pick<Answer, "exposed">) {
  const words = useWords(claimWords);
  const names = useWords(exposedNames);
  if (exposed.length === 0) return null;
  return (
    <div>
      <Tags>
        {[...new Set(exposed.map(({ kind }) => kind))].map((kind) => (
          <Tag key={kind} tone="warn">
            {names[kind]}
          </Tag>
        ))}
      </Tags>
      <p className="small">{words.exposedHint}</p>
    </div>
  );
}
