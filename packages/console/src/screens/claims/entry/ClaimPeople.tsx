import { useFormat, useWords } from "../../../app/context.tsx";
import { useNames } from "../../../ui/Person.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { claimGapNames } from "../../../words/claim-terms.ts";
import type { Claim } from "../ClaimStanding.tsx";
import { claimWords } from "../words/table.ts";

const peopleNeeded = 3;

/** The three people behind a text: who they are, whom it still waits for, and who has had their turn. */
export function ClaimPeople({ claim }: { readonly claim: Claim }) {
  const words = useWords(claimWords);
  const format = useFormat();
  const gaps = useWords(claimGapNames);
  const nameOf = useNames();
  const { entry, next } = claim;
  const isOwn = entry.origin === "own";
  const people = isOwn ? [entry.authors[0], ...entry.reviewers] : entry.adoptedBy;
  const seats = isOwn ? words.seats : words.adopterSeats;
  const others = next === null || next.notBy.length === 0 ? null : format.list(next.notBy.map(nameOf));
  return (
    <Sheet title={isOwn ? words.threePeople : words.threeAdopters}>
      <ol className="claim-people">
        {seats.slice(0, Math.max(peopleNeeded, people.length)).map((seat, i) => {
          const person = people[i];
          return (
            <li key={seat} data-taken={person !== undefined}>
              <span className="quiet small">{seat}</span>
              <span>{person === undefined ? words.stillOpen : nameOf(person)}</span>
            </li>
          );
        })}
      </ol>
      {next?.step === "complete" && (
        <>
          <p>{words.toComplete}</p>
          <ul className="claim-points">
            {next.gaps.map((gap) => (
              <li key={gap}>{gaps[gap]}</li>
            ))}
          </ul>
        </>
      )}
      {next?.step === "review" && <p>{words.needsReviews(next.people, others)}</p>}
      {next?.step === "publish" && <p>{words.needsPublishing}</p>}
      {next?.step === "adopt" && <p>{words.needsAdopters(next.people, others)}</p>}
      {!isOwn && entry.authors.length > 0 && (
        <p className="quiet small">{words.publishedBy(format.list(entry.authors))}</p>
      )}
    </Sheet>
  );
}
