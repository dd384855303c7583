import { getCaseContext } from "@breakwater/contract";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useRoute } from "../../../api/queries.ts";
import { useConsole, useFormat, useWords } from "../../../app/context.tsx";
import { Awaited } from "../../../ui/Awaited.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Tag, Tags } from "../../../ui/Tag.tsx";
import { Ago } from "../../../ui/Time.tsx";
import { axisNames, familyNames, leadSourceNames, nameOf } from "../../../words/terms.ts";
import { LeadGroup } from "../../leads/LeadGroup.tsx";
import type { Case } from "../CaseFile.tsx";
import { caseWords } from "../words/table.ts";

/** Where a case came from: the lead, its signals, the reports behind it, and what the detector saw. */
export function Origin({ file }: { readonly file: Case }) {
  const words = useWords(caseWords);
  const format = useFormat();
  const sources = useWords(leadSourceNames);
  const families = useWords(familyNames);
  const axes = useWords(axisNames);
  const { me } = useConsole();
  const [isGroupOpen, setGroupOpen] = useState(false);
  const isBlind = file.hidden.some(({ what }) => what === "proposal");
  const reading = useRoute(getCaseContext, { params: { id: file.id } }, { isWanted: !isBlind });
  const { data } = reading;
  const group = data?.lead?.group ?? null;
  return (
    <>
      <Sheet
        title={words.origin}
        aside={
          <Link to="/leads/$id" params={{ id: file.lead }}>
            {words.toLead} →
          </Link>
        }
      >
        <Awaited what={words.origin} reading={reading} />
        {isBlind && <p className="quiet">{words.keptBack}</p>}
        {data !== undefined && (
          <>
            {data.lead !== null && (
              <p className="quiet small">
                {sources[data.lead.source]} · <Ago at={data.lead.openedAt} />
                {file.reporters > 0 && <> · {words.reporters(format.number(file.reporters), file.reporters)}</>}
              </p>
            )}
            <p dir="auto">{data.leadReason === "" ? words.noReason : data.leadReason}</p>
            <ul className="lines">
              {data.leadSignals.map(({ family, axis }) => (
                <li key={`${family} ${axis}`}>
                  <Tags>
                    <Tag tone={axis === "coordinated" || axis === "inauthentic" ? axis : "plain"}>
                      {nameOf(axes, axis)}
                    </Tag>
                    <span>{nameOf(families, family)}</span>
                  </Tags>
                </li>
              ))}
            </ul>
            {group !== null && me.scopes.includes("groups:read") && !isGroupOpen && (
              <p>
                <Button onClick={() => setGroupOpen(true)}>{words.showGroup}</Button>
              </p>
            )}
          </>
        )}
      </Sheet>
      {group !== null && isGroupOpen && <LeadGroup id={group} />}
    </>
  );
}
