import { Link } from "@tanstack/react-router";
import { useWords } from "../../../app/context.tsx";
import { Person } from "../../../ui/Person.tsx";
import { Tags } from "../../../ui/Tag.tsx";
import { Ago } from "../../../ui/Time.tsx";
import { claimOriginNames } from "../../../words/claim-terms.ts";
import type { Turn } from "../claim-search.ts";
import { ClaimStanding, VerdictTag, type Claim } from "../ClaimStanding.tsx";
import { claimWords } from "../words/table.ts";

/** One entry in a list. `turn`: the queue that its page goes on with. */
export function ClaimRow({ claim, turn }: { readonly claim: Claim; readonly turn: Turn | undefined }) {
  const words = useWords(claimWords);
  const origins = useWords(claimOriginNames);
  const { entry } = claim;
  return (
    <li className="claim-row">
      <Link to="/claims/entry/$id" params={{ id: claim.id }} search={{ turn }} className="claim-row-link" data-row>
        <span className="claim-row-text" dir="auto">
          {entry.claim}
        </span>
        <span className="claim-row-facts quiet small">
          <span>{origins[entry.origin]}</span>
          {entry.title !== undefined && (
            <span dir="auto" className="claim-row-title">
              {entry.title}
            </span>
          )}
          {entry.wordings.length > 0 && <span>{words.wordingCount(entry.wordings.length)}</span>}
        </span>
        <span className="claim-row-state">
          <Tags>
            <VerdictTag verdict={entry.verdict} />
            <ClaimStanding claim={claim} />
          </Tags>
          <span className="quiet small">
            {words.lastChanged} <Ago at={claim.changedAt} /> · <Person id={claim.changedBy} />
          </span>
        </span>
      </Link>
    </li>
  );
}
