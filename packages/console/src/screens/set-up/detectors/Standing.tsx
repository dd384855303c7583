import type { detectorOverview } from "@breakwater/contract";
import type { z } from "zod";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Facts, Sheet } from "../../../ui/Sheet.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { Ago, Moment } from "../../../ui/Time.tsx";
import { detectorWords } from "./words.ts";

export type Overview = z.infer<typeof detectorOverview>;
export type Named = { readonly nameOfPerson: (id: string) => string };

/** Which detector runs, whether it still observes, and what its ceilings hold back. */
export function Standing({ overview, nameOfPerson }: Named & { readonly overview: Overview }) {
  const words = useWords(detectorWords);
  const format = useFormat();
  const { detector, leads } = overview;
  const { marked, paused, quota } = leads.held;
  return (
    <Sheet
      title={words.standing}
      aside={
        detector !== null && (
          <Tag tone={detector.learning ? "warn" : "good"}>{detector.learning ? words.observing : words.alerting}</Tag>
        )
      }
    >
      {detector === null && <p>{words.never}</p>}
      <Facts
        facts={[
          detector === null ? null : [words.version, detector.version],
          detector === null
            ? null
            : [
                words.fingerprint,
                <span className="id" key="fingerprint">
                  {detector.fingerprint}
                </span>,
              ],
          detector === null ? null : [words.since, <Moment at={detector.since} key="since" />],
          detector === null ? null : [words.until, <Ago at={detector.until} key="until" />],
          [words.leads, words.ofAllowed(format.number(leads.openedToday), format.number(leads.perDay))],
          [words.held, words.heldText(format.number(marked), format.number(paused), format.number(quota))],
        ]}
      />
      {detector !== null && detector.confirmed !== null && (
        <p>
          {words.confirmed(nameOfPerson(detector.confirmed.by))} <Ago at={detector.confirmed.at} />
        </p>
      )}
      <p className="quiet small">{words.observeFirst}</p>
    </Sheet>
  );
}
