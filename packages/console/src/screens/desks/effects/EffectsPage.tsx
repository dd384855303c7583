import { effectStates, listEffects, type effect } from "@breakwater/contract";
import { Link, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { z } from "zod";
import { usePages } from "../../../api/queries.ts";
import { useFormat, useWords } from "../../../app/context.tsx";
import { PageHead } from "../../../ui/Page.tsx";
import { Row, type RowBody } from "../../../ui/Rows.tsx";
import { Tag, Tags, type Tone } from "../../../ui/Tag.tsx";
import { Ago, Deadline } from "../../../ui/Time.tsx";
import { measureNames } from "../../../words/case-terms.ts";
import { nameOf } from "../../../words/terms.ts";
import { Filters } from "../Filters.tsx";
import { Listed } from "../Listed.tsx";
import { deskWords } from "../words/table.ts";
import { effectWords } from "./words.ts";

type Effect = z.infer<typeof effect>;
const tones: Readonly<Record<Effect["state"], Tone>> = { asked: "act", confirmed: "good", failed: "bad" };

export function EffectsPage() {
  const words = useWords(effectWords);
  const parts = useWords(deskWords);
  const search = useSearch({ from: "/desks/effects" });
  const pages = usePages(listEffects, { query: search });
  return (
    <div className="page">
      <PageHead title={words.title}>
        <p className="page-lead">{words.intro}</p>
        <p className="quiet small">{words.noHand}</p>
      </PageHead>
      <Filters
        path="/desks/effects"
        search={search}
        filters={[
          {
            name: "state",
            label: words.state,
            value: search.state ?? "all",
            options: [["all", words.all], ...effectStates.map((state) => [state, words.states[state]] as const)],
          },
        ]}
      />
      <Listed pages={pages} what={words.many} empty={{ title: parts.nothingHere, hint: words.emptyHint }}>
        {(one) => <EffectRow key={one.id} effect={one} />}
      </Listed>
    </div>
  );
}

function EffectRow({ effect: one }: { readonly effect: Effect }) {
  const words = useWords(effectWords);
  const measures = useWords(measureNames);
  const format = useFormat();
  const { kind, type, state, target, account, failures, reason, retryAt, askedAt, hold, decision } = one;
  return (
    <Row
      link={toSourceLink(hold, decision)}
      title={words.kinds[kind](nameOf({ ...measures, ...words.holds }, type))}
      facts={[
        account === null ? <span className="id">{target.id}</span> : words.account(account),
        failures > 0 ? words.failures(format.number(failures), failures) : null,
        reason === null ? null : words.said(reason),
      ]}
      state={
        <Tags>
          <Tag tone={tones[state]}>{words.states[state]}</Tag>
          {retryAt !== null && <Deadline at={retryAt} spanMs={retryAt - askedAt} what={words.retry} />}
        </Tags>
      }
      when={
        <>
          {words.asked} <Ago at={askedAt} />
        </>
      }
    />
  );
}

/** To what it comes from: a hold, or a decision. */
function toSourceLink(hold: string | null, decision: string | null): ((row: RowBody) => ReactNode) | undefined {
  if (hold !== null) return (row) => <Link to="/desks/holds/$id" params={{ id: hold }} {...row} />;
  if (decision !== null) return (row) => <Link to="/decisions/$id" params={{ id: decision }} {...row} />;
  return undefined;
}
