import { useFormat, useWords } from "../../../app/context.tsx";
import { toShortId } from "../../../words/short-id.ts";
import { ObjectList } from "../objects/ObjectList.tsx";
import { correctionObject } from "./correction-object.ts";
import { correctionWords } from "./words.ts";

export function CorrectionsPage() {
  const words = useWords(correctionWords);
  const format = useFormat();
  return (
    <ObjectList
      object={correctionObject}
      toRow={({ id, claim, open, answered }) => ({
        name: claim === "" ? words.name(toShortId(id)) : claim,
        facts: [
          open === 0 ? null : words.waiting(format.number(open), open),
          answered === 0 ? null : words.answeredText(format.number(answered), answered),
        ],
      })}
    />
  );
}
