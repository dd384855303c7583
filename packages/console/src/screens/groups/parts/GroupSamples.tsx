import { useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Moment } from "../../../ui/Time.tsx";
import { diffTexts } from "../../../ui/text/diff-texts.ts";
import type { Group } from "../group-type.ts";
import { useSpeech } from "./use-speech.ts";

type Sample = Group["samples"][number];

const samplesAtFirst = 3;
/** Characters of a text that are shown and compared. */
const lettersMax = 360;

/** The group's near-identical texts, with what differs marked. */
export function GroupSamples({
  group,
  aliases,
}: {
  readonly group: Group;
  readonly aliases: ReadonlyMap<string, string>;
}) {
  const { words, format } = useSpeech();
  const [shown, setShown] = useState(samplesAtFirst);
  const rest = group.samples.length - shown;
  return (
    <Sheet title={words.samples} aside={<span className="quiet">{format.number(group.samples.length)}</span>}>
      <p className="quiet small">{group.samples.length === 0 ? words.noSamples : words.samplesHint}</p>
      {group.samples.slice(0, shown).map((sample, i) => (
        <Wordings key={`${i} ${sample.representative}`} sample={sample} aliases={aliases} />
      ))}
      {rest > 0 && (
        <p>
          <Button onClick={() => setShown(group.samples.length)}>{words.moreSamples(format.number(rest))}</Button>
        </p>
      )}
    </Sheet>
  );
}

function Wordings({ sample, aliases }: { readonly sample: Sample; readonly aliases: ReadonlyMap<string, string> }) {
  const { words, format } = useSpeech();
  const model = cut(sample.representative);
  const others = sample.variants.filter(({ text }) => text !== sample.representative);
  return (
    <figure className="wordings">
      <figcaption className="small">
        {words.sampleUse(format.number(sample.actions), format.number(sample.accounts))}
      </figcaption>
      <div className="wording wording-model">
        <blockquote dir="auto">{model.text === "" ? words.gone : model.text}</blockquote>
        <p className="quiet small">
          {others.length === 0 && sample.variants.length > 0 ? words.sameWords : words.standsFor}
          {model.isCut && ` · ${words.shortened}`}
        </p>
      </div>
      {others.map(({ text, account, at }) => {
        const own = cut(text);
        return (
          <div className="wording" key={`${account} ${at} ${text}`}>
            <blockquote dir="auto">
              {text === "" ? words.gone : <Marked model={model.text} text={own.text} />}
            </blockquote>
            <p className="quiet small">
              <span className="id">{aliases.get(account) ?? "–"}</span> · <Moment at={at} />
              {own.isCut && ` · ${words.shortened}`}
            </p>
          </div>
        );
      })}
    </figure>
  );
}

function Marked({ model, text }: { readonly model: string; readonly text: string }) {
  return diffTexts(model, text).map((piece, i) =>
    // Pieces stand where they stand: their place is what tells them apart.
    piece.isSame ? <span key={i}>{piece.text}</span> : <mark key={i}>{piece.text}</mark>,
  );
}

function cut(text: string): { readonly text: string; readonly isCut: boolean } {
  const letters = Array.from(text);
  return letters.length > lettersMax
    ? { text: `${letters.slice(0, lettersMax).join("")}…`, isCut: true }
    : { text, isCut: false };
}
