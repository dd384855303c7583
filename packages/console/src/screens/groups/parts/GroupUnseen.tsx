import type { ReactNode } from "react";
import { useWords } from "../../../app/context.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Tag, Tags } from "../../../ui/Tag.tsx";
import { limitNames, layerNames, shortfallNames } from "../../../words/detection-terms.ts";
import { familyAxes, familyNames, nameOf } from "../../../words/terms.ts";
import type { Group } from "../group-type.ts";
import { useSpeech } from "./use-speech.ts";

/** What stands behind no figure of this page: what is never looked at, what was missing, and where a bound cut. */
export function GroupUnseen({ group }: { readonly group: Group }) {
  const { words, nameFamily } = useSpeech();
  const { sight } = group;
  const tested = new Set([...group.coordinated, ...group.inauthentic].map(({ family }) => family));
  const untested = Object.keys(familyAxes).filter((family) => !tested.has(family));
  return (
    <Sheet title={words.unseen}>
      <p>{words.unseenNever}</p>
      {sight === null ? <p>{words.unseenOld}</p> : <Seen sight={sight} />}
      <p>{words.unseenAlways}</p>
      {untested.length > 0 && (
        <>
          <h3>{words.unseenFamilies}</h3>
          <Tags>
            {untested.map((family) => (
              <Tag key={family}>{nameFamily(family)}</Tag>
            ))}
          </Tags>
          <p className="quiet small">{words.unseenNotFamilies}</p>
        </>
      )}
      {sight !== null && <Shortfalls sight={sight} />}
    </Sheet>
  );
}

type WithSight = { readonly sight: NonNullable<Group["sight"]> };

function Seen({ sight: { population, from, to, clock, candidatesTested, fdr } }: WithSight) {
  const { words, format } = useSpeech();
  return (
    <p>
      {words.unseenWindow(
        format.number(population.actions),
        format.number(population.accounts),
        format.dateTime(from),
        format.dateTime(to),
      )}{" "}
      {words.unseenTick(words.unseenClock[clock.name])}{" "}
      {words.unseenTested(format.number(candidatesTested), format.percent(fdr))}
    </p>
  );
}

function Shortfalls({ sight: { insufficient, switchedOff, limits } }: WithSight) {
  const { words, format } = useSpeech();
  const reasons = useWords(shortfallNames);
  const bounds = useWords(limitNames);
  const families: Readonly<Record<string, string>> = useWords(familyNames);
  const layers = useWords(layerNames);
  const nameWhat = (what: string): string =>
    what === "input" ? words.input : Object.hasOwn(families, what) ? nameOf(families, what) : nameOf(layers, what);
  return (
    <>
      <Lines title={words.unseenShort}>
        {insufficient.map(({ what, reason, have, need }) => (
          <li key={`${what} ${reason}`}>
            {nameWhat(what)}
            {words.colon}
            {nameOf(reasons, reason)}{" "}
            <span className="quiet small">({words.unseenHave(format.figure(have), format.figure(need))})</span>
          </li>
        ))}
      </Lines>
      <Lines title={words.unseenOff}>
        {switchedOff.map(({ what, reason }) => (
          <li key={`${what} ${reason}`}>
            {nameWhat(what)}
            {words.colon}
            {nameOf(reasons, reason)}
          </li>
        ))}
      </Lines>
      <Lines title={words.unseenLimits}>
        {limits.map(({ limit, value, times }) => (
          <li key={limit}>
            {nameOf(bounds, limit)}
            {words.colon}
            {words.unseenTimes(format.number(times), format.number(value))}
          </li>
        ))}
      </Lines>
    </>
  );
}

function Lines({ title, children }: { readonly title: string; readonly children: readonly ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="plain-list">{children}</ul>
    </>
  );
}
