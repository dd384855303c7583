import { categories, contentTypes, holdMachine, toCodeWords } from "@breakwater/casework";
import { placeHold, statementDraft } from "@breakwater/contract";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { ObjectList } from "../objects/ObjectList.tsx";
import { useOpening } from "../objects/opening.ts";
import { OpeningButton } from "../objects/OpeningButton.tsx";
import { holdObject } from "./hold-object.ts";
import { askedOfDraft, holdWords } from "./words.ts";

const placing = { ...placeHold, body: placeHold.body.extend({ draft: statementDraft.pick(askedOfDraft) }) };

export function HoldsPage() {
  const words = useWords(holdWords);
  const { language } = useFormat();
  const toChoice = (code: string): readonly [string, string] => [code, toCodeWords(code, language)];
  return (
    <ObjectList
      object={holdObject}
      opening={
        <OpeningButton
          availability={useOpening(holdMachine, "place")}
          route={placing}
          path={holdObject.path}
          words={words.place}
          fields={words.fields}
          initial={{
            draft: {
              ground: "incompatible",
              category: "STATEMENT_CATEGORY_CYBER_VIOLENCE",
              contentTypes: ["CONTENT_TYPE_TEXT"],
            },
          }}
          offers={{
            "draft.groundName": { isShort: true },
            "draft.category": { choices: categories.map(toChoice) },
            "draft.contentTypes": { choices: contentTypes.map(toChoice) },
          }}
        />
      }
      toRow={({ item, trigger, slot, contested }) => ({
        name: item,
        facts: [words.slots[slot], words.triggers[trigger]],
        tags: contested && <Tag tone="warn">{words.contested}</Tag>,
      })}
    />
  );
}
