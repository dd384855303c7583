import type { happening } from "@breakwater/contract";
import { useState } from "react";
import type { z } from "zod";
import { useFormat, useWords } from "../app/context.tsx";
import { happeningNames } from "../words/happenings.ts";
import { partyNames, roleNames } from "../words/roles.ts";
import { nameOf } from "../words/terms.ts";
import { Button } from "./Button.tsx";
import { Person } from "./Person.tsx";
import { Ago } from "./Time.tsx";
import { partWords } from "./words.ts";
import "./course.css";

export type Happening = z.infer<typeof happening>;

const shownMax = 30;

/** What was done to something, oldest first: by whom, with which words, and where the ledger holds it. */
export function Course({
  history,
  names: others,
  parties = {},
}: {
  readonly history: readonly Happening[];
  /** Of what happens to other things than cases and decisions. */
  readonly names?: Readonly<Record<string, string>>;
  /** Those from outside, by the part that they act in, where they are called otherwise than elsewhere. */
  readonly parties?: Readonly<Record<string, string>>;
}) {
  const words = useWords(partWords);
  const ofCases = useWords(happeningNames);
  const names = others ?? ofCases;
  const format = useFormat();
  const roles = { ...useWords(roleNames), ...useWords(partyNames), ...parties };
  const [isAllShown, setAllShown] = useState(false);
  const left = isAllShown ? 0 : Math.max(0, history.length - shownMax);
  return (
    <>
      {left > 0 && (
        <p>
          <Button onClick={() => setAllShown(true)}>{words.showEarlier(format.number(left))}</Button>
        </p>
      )}
      <ol className="course">
        {history.slice(left).map(({ kind, at, as, by, note, entry }, i) => (
          // oxlint-disable-next-line react/no-array-index-key -- happenings have no id, and are only ever added at the end
          <li key={i}>
            <span className="course-what">{nameOf(names, kind)}</span>
            <span className="quiet small">
              {by === null ? nameOf(roles, as) : <Person id={by} />}
              {" · "}
              <Ago at={at} />
              {entry !== null && <> · {words.ledgerEntry(format.number(entry))}</>}
            </span>
            {note !== null && note !== "" && (
              <blockquote className="course-note" dir="auto">
                {note}
              </blockquote>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
