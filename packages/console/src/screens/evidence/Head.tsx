import { parseNote, toHex, type JudgedHead } from "@breakwater/ledger/verifier";
import { useFormat, useWords } from "../../app/context.tsx";
import { Button } from "../../ui/Button.tsx";
import { saveFile } from "../../ui/save-file.ts";
import { Facts, Sheet } from "../../ui/Sheet.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { useNow } from "../../ui/use-now.ts";
import { useNewestSize } from "./use-log.ts";
import { toBytes } from "./verify/bytes.ts";
import type { Compared, LogView } from "./verify/read-log.ts";
import { evidenceWords } from "./words/table.ts";

export type ProvenView = Extract<LogView, { readonly kind: "proven" }>;

/** The checkpoint: what it says, who signed it, and how it stands to the one before. */
export function Head({
  view,
  isKept,
  isChecking,
  onRefresh,
}: {
  readonly view: ProvenView;
  readonly isKept: boolean;
  readonly isChecking: boolean;
  readonly onRefresh: () => void;
}) {
  const words = useWords(evidenceWords);
  const format = useFormat();
  const newest = useNewestSize();
  const { note, head, compared } = view;
  const { origin, size, root } = head.checkpoint;
  const newer = newest === null ? 0 : newest - size;
  return (
    <Sheet title={words.head} aside={<Tag tone="good">{words.proven}</Tag>}>
      <p className="quiet small">{words.headHint}</p>
      <Facts
        facts={[
          [words.log, origin],
          [words.entries, format.number(size)],
          [
            words.root,
            <span className="id" key="root">
              {toHex(root)}
            </span>,
          ],
        ]}
      />
      {newer !== 0 && (
        <Button busy={isChecking ? words.checkingNow : null} onClick={onRefresh}>
          {words.newer(format.number(newer), newer)}
        </Button>
      )}
      <h3>{words.since}</h3>
      <Since compared={compared} />
      <p className="quiet small">{isKept ? words.onlyHere : words.notKept}</p>
      <h3>{words.signedBy}</h3>
      <Signatures note={note} head={head} />
      {head.keys.length > 1 && <Keys head={head} />}
      <Button onClick={() => saveFile({ name: `${size}.checkpoint`, bytes: toBytes(note), type: "text/plain" })}>
        {words.save}
      </Button>
    </Sheet>
  );
}

function Since({ compared }: { readonly compared: Compared }) {
  const words = useWords(evidenceWords);
  const format = useFormat();
  const now = useNow();
  if (compared.kind === "first") return <p>{words.first}</p>;
  const { since, before, added } = compared;
  const ago = format.relative(since.seenAt, Math.max(now, since.seenAt));
  return <p>{added === 0 ? words.same(ago) : words.grown(ago, format.number(before), format.number(added))}</p>;
}

function Signatures({ note, head }: { readonly note: string; readonly head: JudgedHead }) {
  const words = useWords(evidenceWords);
  const own = new Set(head.keys.map(({ key }) => `${key.name}+${toHex(key.id)}`));
  const lines = (parseNote(toBytes(note))?.signatures ?? []).map(({ name, id }) => ({
    name,
    isOwn: own.has(`${name}+${toHex(id)}`),
  }));
  return (
    <>
      <ul className="evidence-lines">
        {lines.map(({ name, isOwn }) => (
          <li key={`${name} ${isOwn}`}>{isOwn ? words.byLog(name) : words.byOther(name)}</li>
        ))}
      </ul>
      {lines.every(({ isOwn }) => isOwn) && <p className="quiet small">{words.noWitness}</p>}
    </>
  );
}

function Keys({ head }: { readonly head: JudgedHead }) {
  const words = useWords(evidenceWords);
  const format = useFormat();
  return (
    <>
      <h3>{words.keys}</h3>
      <ol className="evidence-lines">
        {head.keys.map(({ key, from }) => (
          <li key={from}>
            <span className="id">{toHex(key.id)}</span>{" "}
            <span className="quiet small">{from === 0 ? words.keyFirst : words.keySince(format.number(from))}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
