import { checkPost } from "@breakwater/contract";
import { Link } from "@tanstack/react-router";
import { useRoute } from "../../../api/queries.ts";
import { useConsole, useFormat, useWords } from "../../../app/context.tsx";
import { Awaited } from "../../../ui/Awaited.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { VerdictTag } from "../ClaimStanding.tsx";
import { toShare } from "../to-share.ts";
import { claimWords } from "../words/table.ts";

/** Entries of which the check thinks when it sees this text: two on one rumour answer differently. Nothing is kept of the text. */
export function SimilarClaims({ text, without }: { readonly text: string; readonly without?: string }) {
  const words = useWords(claimWords);
  const format = useFormat();
  const mayCheck = useConsole().me.scopes.includes("check");
  const isWanted = mayCheck && text.trim() !== "";
  const reading = useRoute(checkPost, { body: { text } }, { isWanted });
  const { data } = reading;
  const matches = data?.matches.filter(({ entry }) => entry.id !== without) ?? [];
  return (
    <Sheet title={words.similar}>
      {!mayCheck && <p className="quiet">{words.mayNotCheck}</p>}
      <Awaited what={words.similar} reading={reading} />
      {data !== undefined && matches.length === 0 && <p className="quiet">{words.noSimilar}</p>}
      <ul className="claim-similar">
        {matches.map(({ entry, confidence }) => (
          <li key={entry.id}>
            <Link to="/claims/entry/$id" params={{ id: entry.id }} dir="auto">
              {entry.claim}
            </Link>
            <span className="claim-source-facts">
              <VerdictTag verdict={entry.verdict} />
              <span className="quiet small">{words.sameClaim(toShare(confidence, format))}</span>
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
