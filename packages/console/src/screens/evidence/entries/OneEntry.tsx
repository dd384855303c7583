import { readLedgerEntry } from "@breakwater/contract";
import { toHex, type Entry, type JudgedHead } from "@breakwater/ledger/verifier";
import { Link } from "@tanstack/react-router";
import { useRoute } from "../../../api/queries.ts";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Awaited } from "../../../ui/Awaited.tsx";
import { Facts, Sheet } from "../../../ui/Sheet.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { Moment } from "../../../ui/Time.tsx";
import { eventKindNames } from "../../../words/event-kinds.ts";
import { partyNames, roleNames } from "../../../words/roles.ts";
import { nameOf } from "../../../words/terms.ts";
import { judgeListed, type JudgedEntry } from "../verify/read-log.ts";
import { evidenceWords } from "../words/table.ts";

/** One entry with all that it says and how it is proven. */
export function OneEntry({ head, sequence }: { readonly head: JudgedHead; readonly sequence: number }) {
  const words = useWords(evidenceWords);
  const format = useFormat();
  const { size } = head.checkpoint;
  const isThere = sequence < size;
  const request = { params: { sequence }, query: { size } };
  const reading = useRoute(readLedgerEntry, request, { isWanted: isThere });
  const { data } = reading;
  const judged = data === undefined ? null : judgeListed(head, data);
  return (
    <Sheet
      title={words.entry(format.number(sequence))}
      aside={
        judged !== null &&
        ("fault" in judged ? <Tag tone="bad">{words.notInLog}</Tag> : <Tag tone="good">✓ {words.inLog}</Tag>)
      }
    >
      <p className="small">
        <Link to="/evidence" search={{}}>
          ← {words.allEntries}
        </Link>
      </p>
      {!isThere && <p>{words.noEntry(format.number(size - 1))}</p>}
      <Awaited what={words.theEntry} reading={reading} />
      {judged !== null && <Told judged={judged} size={size} />}
    </Sheet>
  );
}

function Told({ judged, size }: { readonly judged: JudgedEntry; readonly size: number }) {
  const words = useWords(evidenceWords);
  const format = useFormat();
  if ("fault" in judged) {
    return (
      <p role="alert" className="failed">
        {words.faults[judged.fault.kind]}
      </p>
    );
  }
  const { entry, proof, sequence } = judged;
  return (
    <>
      <EntryFacts entry={entry} />
      <Clear entry={entry} />
      <h3>{words.payload}</h3>
      {entry.commitment === undefined ? (
        <p>{words.noPayload}</p>
      ) : (
        <p>
          <span className="quiet small">{words.hasPayload}</span>
          <br />
          <span className="id">{toHex(entry.commitment)}</span>
        </p>
      )}
      <h3>{words.proof}</h3>
      <p>{words.proofOf(format.number(proof.length), format.number(size))}</p>
      <ol className="evidence-hashes">
        {proof.map((hash) => (
          <li key={hash} className="id">
            {hash}
          </li>
        ))}
      </ol>
      <p>
        <a href={`/v1/ledger/entries/${sequence}/proof`} download={`${sequence}.tlog-proof`}>
          {words.saveProof}
        </a>
      </p>
    </>
  );
}

function EntryFacts({ entry }: { readonly entry: Entry }) {
  const words = useWords(evidenceWords);
  const format = useFormat();
  const kinds = useWords(eventKindNames);
  const roles = { ...useWords(roleNames), ...useWords(partyNames) };
  const { type, at, role, level, rule, about, key } = entry;
  return (
    <>
      <p className="evidence-kind">{nameOf(kinds, type)}</p>
      <Facts
        facts={[
          [words.taken, <Moment at={at} key="at" />],
          role === undefined ? null : [words.role, nameOf(roles, role)],
          level === undefined ? null : [words.level, `L${level}`],
          rule === undefined ? null : [words.rule, rule],
          about === undefined
            ? null
            : [
                words.about,
                <Link to="/evidence" search={{ entry: about }} key="about">
                  {words.entry(format.number(about))}
                </Link>,
              ],
          key === undefined
            ? null
            : [
                words.key,
                <span className="id" key="key">
                  {key}
                </span>,
              ],
        ]}
      />
    </>
  );
}

/** Code words, counts and times as they stand in the log: what the published figures are counted from. */
function Clear({ entry }: { readonly entry: Entry }) {
  const words = useWords(evidenceWords);
  const format = useFormat();
  const rows = [
    ["type", entry.type],
    ...Object.entries(entry.words ?? {}),
    ...Object.entries(entry.counts ?? {}).map(([name, count]) => [name, format.number(count)] as const),
    ...Object.entries(entry.times ?? {}).map(([name, at]) => [name, format.dateTime(at)] as const),
  ] as const;
  return (
    <>
      <h3>{words.facts}</h3>
      <dl className="evidence-clear">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt className="id">{name}</dt>
            <dd className="id">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
