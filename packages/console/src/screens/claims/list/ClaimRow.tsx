import { Link } from "@tanstack/react-router";
import { useWords } from "../../../app/context.tsx";
import { Person } from "../../../ui/Person.tsx";
import { Row } from "../../../ui/Rows.tsx";
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
    <Row
      link={(row) => <Link to="/claims/entry/$id" params={{ id: claim.id }} search={{ turn }} {...row} />}
      title={
        <span className="claim-title" dir="auto">
          {entry.claim}
        </span>
      }
      facts={[
        origins[entry.origin],
        entry.title === undefined ? null : (
          <span key="title" dir="auto">
            {entry.title}
          </span>
        ),
        entry.wordings.length > 0 ? words.wordingCount(entry.wordings.length) : null,
      ]}
      state={
        <Tags>
          <VerdictTag verdict={entry.verdict} />
          <ClaimStanding claim={claim} />
        </Tags>
      }
      when={
        <>
          {words.lastChanged} <Ago at={claim.changedAt} /> · <Person id={claim.changedBy} />
        </>
      }
    />
  );
}
