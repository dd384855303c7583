import { Link } from "@tanstack/react-router";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { Ago } from "../../../ui/Time.tsx";
import { eventKindNames } from "../../../words/event-kinds.ts";
import { partyNames, roleNames } from "../../../words/roles.ts";
import { nameOf } from "../../../words/terms.ts";
import type { JudgedEntry } from "../verify/read-log.ts";
import { evidenceWords } from "../words/table.ts";

/** One entry in the list, with what this browser found of it. */
export function EntryRow({ judged }: { readonly judged: JudgedEntry }) {
  const words = useWords(evidenceWords);
  const format = useFormat();
  const kinds = useWords(eventKindNames);
  const roles = { ...useWords(roleNames), ...useWords(partyNames) };
  const number = format.number(judged.sequence);
  return (
    <li>
      <Link to="/evidence" search={{ entry: judged.sequence }} className="ledger-row" data-row>
        <span className="ledger-row-number">{number}</span>
        {"fault" in judged ? (
          <span className="ledger-row-name">{words.faults[judged.fault.kind]}</span>
        ) : (
          <span className="ledger-row-name">
            {nameOf(kinds, judged.entry.type)}
            {judged.entry.role !== undefined && (
              <span className="quiet small"> {nameOf(roles, judged.entry.role)}</span>
            )}
          </span>
        )}
        <span className="ledger-row-state">
          {"entry" in judged && (
            <span className="quiet small">
              <Ago at={judged.entry.at} />
            </span>
          )}
          {"fault" in judged ? <Tag tone="bad">{words.notInLog}</Tag> : <Tag tone="good">✓ {words.inLog}</Tag>}
        </span>
      </Link>
    </li>
  );
}
