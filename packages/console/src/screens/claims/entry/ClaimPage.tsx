import { getClaim } from "@breakwater/contract";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useRoute } from "../../../api/queries.ts";
import { useWords } from "../../../app/context.tsx";
import { Awaited } from "../../../ui/Awaited.tsx";
import { PageHead } from "../../../ui/Page.tsx";
import { Tag, Tags } from "../../../ui/Tag.tsx";
import { claimOriginNames } from "../../../words/claim-terms.ts";
import { ClaimCommands } from "../commands/ClaimCommands.tsx";
import { ClaimStanding, VerdictTag, type Claim } from "../ClaimStanding.tsx";
import { claimWords } from "../words/table.ts";
import { ClaimEffect } from "./ClaimEffect.tsx";
import { ClaimPeople } from "./ClaimPeople.tsx";
import { ClaimText } from "./ClaimText.tsx";
import { ClaimVersions } from "./ClaimVersions.tsx";
import { SimilarClaims } from "./SimilarClaims.tsx";
import "../claims.css";

export function ClaimPage() {
  const { id } = useParams({ from: "/claims/entry/$id" });
  const { turn } = useSearch({ from: "/claims/entry/$id" });
  const words = useWords(claimWords);
  const reading = useRoute(getClaim, { params: { id } });
  const { data: claim } = reading;
  return (
    <div className="page" key={id}>
      <PageHead
        title={claim === undefined ? words.claim : shorten(claim.entry.claim)}
        above={
          <p className="small">
            <Link to="/claims" search={{ turn }}>
              ← {turn === undefined ? words.allClaims : words.backToTurn}
            </Link>
          </p>
        }
      >
        {claim !== undefined && <Standing claim={claim} />}
      </PageHead>
      <Awaited what={words.theClaim} reading={reading} />
      {claim !== undefined && <Whole claim={claim} />}
    </div>
  );
}

function Whole({ claim }: { readonly claim: Claim }) {
  const { turn } = useSearch({ from: "/claims/entry/$id" });
  const { entry } = claim;
  return (
    <div className="columns">
      <div className="stack">
        <ClaimText entry={entry} />
        <SimilarClaims text={entry.claim} without={claim.id} />
      </div>
      <div className="stack">
        <ClaimCommands claim={claim} turn={turn} />
        <ClaimPeople claim={claim} />
        <ClaimEffect claim={claim} />
        <ClaimVersions id={claim.id} inForceVersion={claim.inForceVersion} />
      </div>
    </div>
  );
}

function Standing({ claim }: { readonly claim: Claim }) {
  const origins = useWords(claimOriginNames);
  return (
    <Tags>
      <VerdictTag verdict={claim.entry.verdict} />
      <ClaimStanding claim={claim} />
      <Tag>{origins[claim.entry.origin]}</Tag>
    </Tags>
  );
}

const titleSignsMax = 120;

function shorten(text: string): string {
  const signs = Array.from(text);
  return signs.length <= titleSignsMax ? text : `${signs.slice(0, titleSignsMax - 1).join("")}…`;
}
