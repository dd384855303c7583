import { listCaseEvidence } from "@breakwater/contract";
import { useState } from "react";
import { usePages } from "../../../api/queries.ts";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { MoreButton } from "../../../ui/MoreButton.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import type { Case } from "../CaseFile.tsx";
import { caseWords } from "../words/table.ts";
import { EvidenceList } from "./EvidenceList.tsx";

const shownMax = 10;

/** What is held as proof, with the fingerprint of each piece and its place in the ledger. */
export function EvidenceSheet({ file }: { readonly file: Case }) {
  const words = useWords(caseWords);
  const format = useFormat();
  const isShort = file.evidence <= file.evidenceItems.length;
  const pages = usePages(listCaseEvidence, { params: { id: file.id } }, { isWanted: !isShort });
  const items = isShort ? file.evidenceItems : pages.items;
  const [isAllShown, setAllShown] = useState(false);
  const isLong = !isAllShown && items.length > shownMax;
  return (
    <Sheet title={words.evidence} aside={<span className="quiet">{format.number(file.evidence)}</span>}>
      {file.evidence === 0 && <p className="quiet">{words.noEvidence}</p>}
      {pages.error !== null && <Failed what={words.evidence} error={pages.error} onRetry={pages.reload} />}
      {items.length > 0 && <EvidenceList caseId={file.id} items={isLong ? items.slice(0, shownMax) : items} />}
      {isLong && (
        <p>
          <Button onClick={() => setAllShown(true)}>{words.showAllOf(format.number(file.evidence))}</Button>
        </p>
      )}
      {!isShort && !isLong && <MoreButton pages={pages} />}
    </Sheet>
  );
}
