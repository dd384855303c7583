import { useFormat, useWords } from "../../../app/context.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Ago } from "../../../ui/Time.tsx";
import { partyNames, roleNames } from "../../../words/roles.ts";
import { nameOf } from "../../../words/terms.ts";
import { Person } from "../Person.tsx";
import { deskWords } from "../words/table.ts";
import type { ObjectView } from "./desk-object.ts";

/** What was done with an object, by whom, with which reason, and where the ledger holds it. */
export function Course({ history }: { readonly history: ObjectView["history"] }) {
  const words = useWords(deskWords);
  const format = useFormat();
  const roles = { ...useWords(roleNames), ...useWords(partyNames) };
  return (
    <Sheet title={words.course}>
      <ol className="course">
        {history.map(({ kind, at, as, by, note, entry }, place) => (
          <li key={`${at} ${kind} ${history.length - place}`}>
            <div className="course-line">
              <span>{nameOf(words.acts, kind)}</span>
              <span className="quiet small">{by === null ? nameOf(roles, as) : <Person id={by} />}</span>
              {by !== null && <span className="quiet small">{words.roleAs(nameOf(roles, as))}</span>}
              <span className="quiet small" title={entry === null ? words.kept : words.entry(format.number(entry))}>
                <Ago at={at} />
              </span>
            </div>
            {note !== null && <p className="quote small">{note}</p>}
          </li>
        ))}
      </ol>
    </Sheet>
  );
}
