import { listCaseEvidence } from "@breakwater/contract";
import { usePages } from "../../../api/queries.ts";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { MoreButton } from "../../../ui/MoreButton.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import type { Case } from "../CaseFile.tsx";
import { caseWords } from "../words/table.ts";
import { EvidenceList } from "./EvidenceList.tsx";

/** What is held as proof, with the fingerprint of each piece and its place in the ledger. */
export function EvidenceSheet({ file }: { readonly file: Case }) {
  const words = useWords(caseWords);
  const format = useFormat();
  const isShort = file.evidence <= file.evidenceItems.length;
  const pages = usePages(listCaseEvidence, { params: { id: file.id } }, { isWanted: !isShort });
  const items = isShort ? file.evidenceItems : pages.items;
  return (
    <Sheet title={words.evidence} aside={<span className="quiet">{format.number(file.evidence)}</span>}>
      {file.evidence === 0 && <p className="quiet">{words.noEvidence}</p>}
      {pages.error !== null && <Failed what={words.evidence} error={pages.error} onRetry={pages.reload} />}
      {items.length > 0 && <EvidenceList items={items} />}
      {!isShort && <MoreButton pages={pages} />}
    </Sheet>
  );
}
