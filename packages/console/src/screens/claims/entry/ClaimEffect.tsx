import { Link } from "@tanstack/react-router";
import { useConsole, useWords } from "../../../app/context.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { obstacleNames } from "../../../words/claim-terms.ts";
import type { Claim } from "../ClaimStanding.tsx";
import { claimWords } from "../words/table.ts";

/** What the version in force does to posts that are checked, and what it still lacks to do more. */
export function ClaimEffect({ claim: { obstacles, version, inForceVersion } }: { readonly claim: Claim }) {
  const words = useWords(claimWords);
  const names = useWords(obstacleNames);
  const mayCheck = useConsole().me.scopes.includes("check");
  const isEffective = obstacles.length === 0;
  return (
    <Sheet
      title={words.effect}
      aside={
        <Tag tone={isEffective ? "good" : "plain"}>{isEffective ? words.canBeRecognised : words.onlySuggested}</Tag>
      }
    >
      <p>{isEffective ? words.effectiveText : words.suggestedText}</p>
      {!isEffective && (
        <ul className="claim-points">
          {obstacles.map((obstacle) => (
            <li key={obstacle}>{names[obstacle]}</li>
          ))}
        </ul>
      )}
      {version !== inForceVersion && !obstacles.includes("not_published") && (
        <p className="quiet small">{words.inForceStays}</p>
      )}
      {mayCheck && (
        <p>
          <Link to="/claims/try">{words.tryPost} →</Link>
        </p>
      )}
    </Sheet>
  );
}
