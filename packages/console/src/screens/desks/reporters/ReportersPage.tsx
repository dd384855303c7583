import { useFormat, useWords } from "../../../app/context.tsx";
import { ObjectList } from "../objects/ObjectList.tsx";
import { toShortId } from "../../../words/short-id.ts";
import { reporterObject } from "./reporter-object.ts";
import { reporterWords } from "./words.ts";

export function ReportersPage() {
  const words = useWords(reporterWords);
  const format = useFormat();
  return (
    <ObjectList
      object={reporterObject}
      toRow={({ id, manifestlyUnfounded, total }) => ({
        name: words.name(toShortId(id)),
        facts: [words.line(format.number(manifestlyUnfounded), format.number(total))],
      })}
    />
  );
}
