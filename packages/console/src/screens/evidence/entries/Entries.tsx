import { listLedgerEntries } from "@breakwater/contract";
import type { JudgedHead } from "@breakwater/ledger/verifier";
import { useMemo } from "react";
import { usePages } from "../../../api/queries.ts";
import { useFormat, useWords } from "../../../app/context.tsx";
import { useListKeys } from "../../../shell/keys/use-list-keys.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { MoreButton } from "../../../ui/MoreButton.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { Waiting } from "../../../ui/Waiting.tsx";
import { judgeListed } from "../verify/read-log.ts";
import { evidenceWords } from "../words/table.ts";
import { EntryRow } from "./EntryRow.tsx";
import { GoToEntry } from "./GoToEntry.tsx";

const shownMax = 25;

export function Entries({ head }: { readonly head: JudgedHead }) {
  const words = useWords(evidenceWords);
  const format = useFormat();
  const { size } = head.checkpoint;
  const pages = usePages(listLedgerEntries, { query: { size, limit: shownMax } }, { isWanted: size > 0 });
  const judged = useMemo(() => pages.items.map((item) => judgeListed(head, item)), [pages.items, head]);
  const faulty = judged.filter((one) => "fault" in one).length;
  useListKeys("#ledger-entries");
  return (
    <Sheet
      title={words.list}
      aside={
        judged.length > 0 &&
        (faulty === 0 ? (
          <Tag tone="good">{words.allProven(format.number(judged.length))}</Tag>
        ) : (
          <Tag tone="bad">{words.someFaulty(format.number(faulty))}</Tag>
        ))
      }
    >
      <p className="quiet small">{words.listHint}</p>
      {size > 0 && <GoToEntry size={size} />}
      {size === 0 && (
        <Empty title={words.emptyTitle}>
          <p>{words.emptyHint}</p>
        </Empty>
      )}
      {pages.error !== null && <Failed what={words.theEntries} error={pages.error} onRetry={pages.reload} />}
      {size > 0 && pages.isPending && pages.error === null && <Waiting what={words.theEntries} />}
      <ol id="ledger-entries" className="ledger-entries">
        {judged.map((one) => (
          <EntryRow key={one.sequence} judged={one} />
        ))}
      </ol>
      <MoreButton pages={pages} />
    </Sheet>
  );
}
