import { useFormat, useWords } from "../../../app/context.tsx";
import { ObjectList } from "../objects/ObjectList.tsx";
import { toShortId } from "../../../words/short-id.ts";
import { reviewObject } from "./review-object.ts";
import { reviewWords } from "./words.ts";

export function ReviewsPage() {
  const words = useWords(reviewWords);
  const format = useFormat();
  return (
    <ObjectList
      object={reviewObject}
      toRow={({ case: caseId, gaps, openGaps }) => ({
        name: words.ofCase(toShortId(caseId)),
        facts: [gaps === 0 ? words.noGapYet : words.gapsText(format.number(openGaps), format.number(gaps))],
      })}
    />
  );
}
