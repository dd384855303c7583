import { getCase } from "@breakwater/contract";
import { Link, useParams } from "@tanstack/react-router";
import { useRoute } from "../../../api/queries.ts";
import { useWords } from "../../../app/context.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { PageHead } from "../../../ui/Page.tsx";
import { Waiting } from "../../../ui/Waiting.tsx";
import { toShortId } from "../../../words/short-id.ts";
import { useRulesInForce } from "../rules.ts";
import { caseWords } from "../words/table.ts";
import { ProposalEditor } from "./ProposalEditor.tsx";
import "../cases.css";

/** A decision is written here, beside the whole of what it would say to the person and to the public. */
export function ProposePage() {
  const { id } = useParams({ from: "/cases/$id/propose" });
  const words = useWords(caseWords);
  const { data: file, error, isPending, refetch } = useRoute(getCase, { params: { id } });
  const rules = useRulesInForce();
  return (
    <div className="page" key={id}>
      <PageHead
        title={words.proposeTitle}
        above={
          <p className="small">
            <Link to="/cases/$id" params={{ id }}>
              ← {words.caseTitle(toShortId(id))}
            </Link>
          </p>
        }
      >
        <p className="page-lead">{words.proposeIntro}</p>
      </PageHead>
      {error !== null && file === undefined && (
        <Failed what={words.theCase} error={error} onRetry={() => void refetch()} />
      )}
      {rules.error !== null && <Failed what={words.policy} error={rules.error} onRetry={() => void rules.reload()} />}
      {(isPending || rules.isPending) && error === null && <Waiting what={words.theCase} />}
      {file !== undefined && !rules.isPending && rules.error === null && (
        <ProposalEditor file={file} rules={rules.rules} />
      )}
    </div>
  );
}
