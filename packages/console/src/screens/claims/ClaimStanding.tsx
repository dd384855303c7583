import type { claim as claimSchema, claimVerdicts } from "@breakwater/contract";
import type { z } from "zod";
import { useWords } from "../../app/context.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { claimStatusNames, claimStepNames, isFalseSide, verdictNames } from "../../words/claim-terms.ts";
import { claimWords } from "./words/table.ts";

export type Claim = z.infer<typeof claimSchema>;

export function VerdictTag({ verdict }: { readonly verdict: (typeof claimVerdicts)[number] }) {
  const names = useWords(verdictNames);
  return <Tag tone={isFalseSide(verdict) ? "bad" : verdict === "true" ? "good" : "plain"}>{names[verdict]}</Tag>;
}

/** Where an entry stands, and what it waits for. */
export function ClaimStanding({ claim }: { readonly claim: Claim }) {
  const words = useWords(claimWords);
  const statuses = useWords(claimStatusNames);
  const steps = useWords(claimStepNames);
  const { entry, next, version, inForceVersion, obstacles } = claim;
  const isCorrection = inForceVersion !== version && !obstacles.includes("not_published");
  const isOut = entry.status === "published" || entry.status === "corrected";
  // What its publisher published says little here; whether three editors adopted it says all.
  const isAdopted = entry.origin === "imported" && isOut && !obstacles.includes("not_adopted");
  const status = isCorrection ? words.correctionIs(statuses[entry.status]) : statuses[entry.status];
  return (
    <>
      {isCorrection && <Tag tone="good">{words.inForce}</Tag>}
      {isAdopted && <Tag tone="good">{words.adopted}</Tag>}
      {(entry.origin === "own" || !isOut) && <Tag tone={isOut ? "good" : "plain"}>{status}</Tag>}
      {next !== null && <Tag tone={next.step === "complete" ? "warn" : "act"}>{words.waitsFor(steps[next.step])}</Tag>}
    </>
  );
}
