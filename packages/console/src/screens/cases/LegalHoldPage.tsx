import { getLegalHold } from "@breakwater/contract";
import { Link, useParams } from "@tanstack/react-router";
import { useRoute } from "../../api/queries.ts";
import { useConsole, useWords } from "../../app/context.tsx";
import { Awaited } from "../../ui/Awaited.tsx";
import { PageHead } from "../../ui/Page.tsx";
import { toShortId } from "../../words/short-id.ts";
import { LegalHoldSheet } from "./parts/LegalHoldSheet.tsx";
import { caseWords } from "./words/table.ts";
import "./cases.css";

/** What keeps a case's evidence from being destroyed, for auditors and administrators: nothing of the case itself is here. */
export function LegalHoldPage() {
  const { id } = useParams({ from: "/cases/$id/legal-hold" });
  const words = useWords(caseWords);
  const { me } = useConsole();
  const reading = useRoute(getLegalHold, { params: { id } });
  const { data: hold } = reading;
  return (
    <div className="page">
      <PageHead
        title={words.legalHoldOf(toShortId(id))}
        above={
          <p className="small">
            {me.scopes.includes("cases:read") ? (
              <Link to="/cases/$id" params={{ id }}>
                ← {words.caseTitle(toShortId(id))}
              </Link>
            ) : (
              <Link to="/desks/legal-holds">← {words.allLegalHolds}</Link>
            )}
          </p>
        }
      >
        <p className="page-lead">{words.legalHoldIntro}</p>
      </PageHead>
      <Awaited what={words.legalHoldTitle} reading={reading} />
      {hold !== undefined && <LegalHoldSheet hold={hold} />}
    </div>
  );
}
