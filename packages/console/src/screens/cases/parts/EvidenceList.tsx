import type { evidenceView } from "@breakwater/contract";
import type { z } from "zod";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Person } from "../../../ui/Person.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { Moment } from "../../../ui/Time.tsx";
import { evidenceKindNames } from "../../../words/case-terms.ts";
import { nameOf } from "../../../words/terms.ts";
import { EvidenceContent } from "./EvidenceContent.tsx";
import { caseWords } from "../words/table.ts";

export type Evidence = z.infer<typeof evidenceView>;

const accountsShown = 6;

/** `caseId`: of which what they show can be read; left out where the reader sees no more than that they are there. */
export function EvidenceList({ items, caseId }: { readonly items: readonly Evidence[]; readonly caseId?: string }) {
  const words = useWords(caseWords);
  const format = useFormat();
  const kinds = useWords(evidenceKindNames);
  return (
    <ul className="evidence">
      {items.map((item) => {
        const rest = item.accountCount - Math.min(accountsShown, item.accounts.length);
        return (
          <li key={item.id}>
            <p>
              <strong>{nameOf(kinds, item.kind)}</strong>{" "}
              {item.accountCount === 1 ? (
                <Tag tone="good">{words.ownOf(item.accounts[0] ?? "")}</Tag>
              ) : (
                <Tag>{words.sharedBy(format.number(item.accountCount))}</Tag>
              )}
            </p>
            {item.accountCount > 1 && (
              <p className="small">
                <span className="id">{item.accounts.slice(0, accountsShown).join(" ")}</span>{" "}
                {rest > 0 && words.andMore(format.number(rest))}
              </p>
            )}
            <p className="quiet small">
              {words.captured} <Moment at={item.capturedAt} /> · {words.withTool(item.tool)}
              {item.addedBy !== null && (
                <>
                  {" · "}
                  {words.addedBy} <Person id={item.addedBy} />
                </>
              )}
              {" · "}
              {item.entry === null ? words.notInLedger : words.inLedger(format.number(item.entry))}
            </p>
            <p className="quiet small">
              SHA-256 <span className="id">{item.sha256.slice(0, 16)}…</span>
            </p>
            {caseId !== undefined && <EvidenceContent caseId={caseId} item={item} />}
          </li>
        );
      })}
    </ul>
  );
}
