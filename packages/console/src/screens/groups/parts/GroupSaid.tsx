import type { ReactNode } from "react";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Tag, Tags } from "../../../ui/Tag.tsx";
import { familyAxes, isFamily } from "../../../words/terms.ts";
import type { Group } from "../group-type.ts";
import { sayAuthenticity, sayGroup } from "../say-group.ts";
import { AxesPlace } from "./AxesPlace.tsx";
import { useSpeech } from "./use-speech.ts";
import "./parts.css";

/** What was seen, in plain words, and where that places the group on both axes. */
export function GroupSaid({ group, aside }: { readonly group: Group; readonly aside?: ReactNode }) {
  const speech = useSpeech();
  const spoken = [...group.coordinated, ...group.inauthentic].filter(({ significant }) => significant);
  const families = [...new Set(spoken.map(({ family }) => family))];
  return (
    <Sheet title={speech.words.said} aside={aside}>
      <div className="group-said">
        <div className="group-said-words">
          <p className="group-sentence">{sayGroup(group, speech)}</p>
          <p>{sayAuthenticity(group, speech)}</p>
          <Tags>
            {families.map((family) => (
              <Tag key={family} tone={isFamily(family) ? familyAxes[family] : "plain"}>
                {speech.nameFamily(family)}
              </Tag>
            ))}
          </Tags>
        </div>
        <AxesPlace kind={group.kind} axes={group.axes} />
      </div>
    </Sheet>
  );
}
