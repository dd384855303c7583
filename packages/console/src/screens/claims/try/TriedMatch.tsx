import type { checkAnswer } from "@breakwater/contract";
import { Link } from "@tanstack/react-router";
import type { z } from "zod";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Tag, Tags } from "../../../ui/Tag.tsx";
import { bandNames, holdNames, matchedFieldNames, relationNames } from "../../../words/claim-terms.ts";
import { VerdictTag } from "../ClaimStanding.tsx";
import { toShare } from "../to-share.ts";
import { claimWords } from "../words/table.ts";
import { Marked } from "./Marked.tsx";

type Match = z.infer<typeof checkAnswer>["matches"][number];

/** One entry that a text may repeat, and what speaks against being sure. */
export function TriedMatch({
  match,
  isShown,
  onShow,
}: {
  readonly match: Match;
  /** Whether its places are the ones marked in the text. */
  readonly isShown: boolean;
  readonly onShow: () => void;
}) {
  const words = useWords(claimWords);
  const format = useFormat();
  const bands = useWords(bandNames);
  const relations = useWords(relationNames);
  const fields = useWords(matchedFieldNames);
  const holds = useWords(holdNames);
  const { entry, band, relation, confidence, field, fieldText, spans } = match;
  return (
    <li>
      <p>
        <Link to="/claims/entry/$id" params={{ id: entry.id }} dir="auto">
          {entry.claim}
        </Link>
      </p>
      <Tags>
        <VerdictTag verdict={entry.verdict} />
        <Tag tone={band === "recognised" ? "bad" : "warn"}>{bands[band]}</Tag>
        <Tag>{relations[relation]}</Tag>
        <span className="quiet small">{words.sameClaim(toShare(confidence, format))}</span>
      </Tags>
      <blockquote className="claim-quote" dir="auto">
        <Marked text={fieldText} spans={spans.entry} />
      </blockquote>
      <p className="quiet small">{words.comparedWith(fields[field])}</p>
      {match.holds.length > 0 && (
        <>
          <p className="small">{words.heldBack}</p>
          <ul className="claim-points small">
            {match.holds.map((hold) => (
              <li key={hold}>{holds[hold]}</li>
            ))}
          </ul>
        </>
      )}
      {!isShown && (
        <p>
          <Button look="quiet" onClick={onShow}>
            {words.markInText}
          </Button>
        </p>
      )}
    </li>
  );
}
