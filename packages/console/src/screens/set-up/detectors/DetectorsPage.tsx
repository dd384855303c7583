import { getDetectors, listPeople } from "@breakwater/contract";
import { usePages, useRoute } from "../../../api/queries.ts";
import { useConsole, useWords } from "../../../app/context.tsx";
import { Awaited } from "../../../ui/Awaited.tsx";
import { SetUpFrame } from "../SetUpFrame.tsx";
import { Families } from "./Families.tsx";
import { Options } from "./Options.tsx";
import { Precision } from "./Precision.tsx";
import { Previews } from "./Previews.tsx";
import { Standing } from "./Standing.tsx";
import { detectorWords } from "./words.ts";

export function DetectorsPage() {
  return (
    <SetUpFrame part="detectors">
      <Detectors />
    </SetUpFrame>
  );
}

function Detectors() {
  const words = useWords(detectorWords);
  const reading = useRoute(getDetectors, {});
  const { data } = reading;
  const nameOfPerson = useNames();
  return (
    <>
      <Awaited what={words.theDetectors} reading={reading} />
      {data !== undefined && (
        <div className="columns">
          <div className="stack">
            <Families families={data.families} nameOfPerson={nameOfPerson} />
            <Previews detector={data.detector} nameOfPerson={nameOfPerson} />
          </div>
          <div className="stack">
            <Standing overview={data} nameOfPerson={nameOfPerson} />
            <Precision overview={data} />
            <Options />
          </div>
        </div>
      )}
    </>
  );
}

/** People's names for those who may read them; for others their ids say that it was a person. */
function useNames(): (id: string) => string {
  const mayRead = useConsole().me.scopes.includes("access:read");
  const people = usePages(listPeople, { query: { limit: 200 } }, { isWanted: mayRead });
  return (id) => people.items.find((person) => person.id === id)?.name ?? id;
}
