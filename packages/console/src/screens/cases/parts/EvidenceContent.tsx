import { readCaseEvidence } from "@breakwater/contract";
import { useState } from "react";
import { useRoute } from "../../../api/queries.ts";
import type { AnswerOf } from "../../../api/route-types.ts";
import { useFormat, useWords } from "../../../app/context.tsx";
import { useRead } from "../../../app/use-reading.ts";
import { Button } from "../../../ui/Button.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { Moment } from "../../../ui/Time.tsx";
import { Waiting } from "../../../ui/Waiting.tsx";
import { actionKindNames, nameOf } from "../../../words/terms.ts";
import { caseWords } from "../words/table.ts";
import type { Evidence } from "./EvidenceList.tsx";
import { Quoted } from "./Quoted.tsx";

type Shown = AnswerOf<typeof readCaseEvidence>["items"][number];

/** What a piece of evidence shows, once somebody asks for it: to read is written down, and not always pleasant. */
export function EvidenceContent({ caseId, item }: { readonly caseId: string; readonly item: Evidence }) {
  const words = useWords(caseWords);
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const params = { id: caseId, evidence: item.id };
  const { data, error, isPending, refetch } = useRoute(readCaseEvidence, { params }, { isWanted: isOpen });
  useRead(isOpen ? (data?.items.filter(({ act }) => act !== null).length ?? 0) : 0);
  if (item.actionCount === 0) return <p className="quiet small">{words.namesNoActs}</p>;
  return (
    <div className="evidence-acts">
      <p>
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? words.hideActs : words.showActs(format.number(item.actionCount), item.actionCount)}
        </Button>
      </p>
      {isOpen && isPending && error === null && <Waiting what={words.theActs} />}
      {isOpen && error !== null && data === undefined && (
        <Failed what={words.theActs} error={error} onRetry={() => void refetch()} />
      )}
      {isOpen && data !== undefined && (
        <>
          <p className="quiet small">{words.actsHint}</p>
          <ul className="evidence-acts">
            {data.items.map((shown) => (
              <li key={shown.id}>
                <Act shown={shown} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Act({ shown: { id, state, act } }: { readonly shown: Shown }) {
  const words = useWords(caseWords);
  const format = useFormat();
  const kinds = useWords(actionKindNames);
  if (act === null) {
    return (
      <>
        <p className="small id">{id}</p>
        <p className="quiet">{state === "gone" ? words.actGone : words.actOfOthers}</p>
      </>
    );
  }
  return (
    <>
      <p className="small">
        {nameOf(kinds, act.kind)} · <span className="id">{act.account}</span> · <Moment at={act.at} />
      </p>
      {act.text === null ? <p className="quiet">{words.noWords}</p> : <Quoted>{act.text}</Quoted>}
      {act.media.length > 0 && (
        <p className="quiet small">
          {words.withMedia(format.number(act.media.length), act.media.length)}{" "}
          <span className="id">{act.media.join(" ")}</span>
        </p>
      )}
    </>
  );
}
