import { defaultSettings } from "@breakwater/casework";
import { getLead, type lead as leadSchema } from "@breakwater/contract";
import { Link, useParams } from "@tanstack/react-router";
import type { z } from "zod";
import { useRoute } from "../../api/queries.ts";
import { useFormat, useWords } from "../../app/context.tsx";
import { useReading } from "../../app/use-reading.ts";
import { Awaited } from "../../ui/Awaited.tsx";
import { PageHead } from "../../ui/Page.tsx";
import { Person } from "../../ui/Person.tsx";
import { Facts, Sheet } from "../../ui/Sheet.tsx";
import { Tag, Tags } from "../../ui/Tag.tsx";
import { Ago, Deadline, Moment } from "../../ui/Time.tsx";
import { partyNames, roleNames } from "../../words/roles.ts";
import { axisNames, dismissalNames, familyNames, leadSourceNames, leadStatusNames, nameOf } from "../../words/terms.ts";
import { toShortId } from "../../words/short-id.ts";
import { LeadCommands } from "./commands/LeadCommands.tsx";
import { LeadGroup } from "./LeadGroup.tsx";
import { leadWords } from "./words/table.ts";
import "./leads.css";

export type Lead = z.infer<typeof leadSchema>;

export function LeadPage() {
  const { id } = useParams({ from: "/leads/$id" });
  const words = useWords(leadWords);
  const reading = useRoute(getLead, { params: { id } });
  const { data: lead } = reading;
  useReading(lead !== undefined);
  return (
    <div className="page" key={id}>
      <PageHead
        title={words.lead(toShortId(id))}
        above={
          <p className="small">
            <Link to="/leads">← {words.allLeads}</Link>
          </p>
        }
      >
        {lead !== undefined && <Standing lead={lead} />}
      </PageHead>
      <Awaited what={words.theLead} reading={reading} />
      {lead !== undefined && (
        <div className="columns">
          <div className="stack">
            <Why lead={lead} />
            {lead.group !== null && <LeadGroup id={lead.group} />}
            <Refs lead={lead} />
          </div>
          <div className="stack">
            <LeadCommands lead={lead} />
            <LeadFacts lead={lead} />
            <Course lead={lead} />
          </div>
        </div>
      )}
    </div>
  );
}

type WithLead = { readonly lead: Lead };

function Standing({ lead }: WithLead) {
  const words = useWords(leadWords);
  const statuses = useWords(leadStatusNames);
  const isWaiting = lead.status === "lead_open" || lead.status === "lead_returned";
  return (
    <Tags>
      <Tag tone={isWaiting ? "act" : "plain"}>{statuses[lead.status]}</Tag>
      {lead.learning && <Tag tone="warn">{words.learningTag}</Tag>}
      {lead.group !== null && <Tag>{lead.endedAt === null ? words.goingOn : words.ended}</Tag>}
      {isWaiting && <Deadline at={lead.expiresAt} spanMs={defaultSettings.leadTtlMs} />}
    </Tags>
  );
}

function Why({ lead }: WithLead) {
  const words = useWords(leadWords);
  const families = useWords(familyNames);
  const axes = useWords(axisNames);
  return (
    <Sheet title={words.why}>
      <p>{lead.reason === "" ? words.noReason : lead.reason}</p>
      {lead.learning && <p className="quiet small">{words.learningHint}</p>}
      <h3>{words.signals}</h3>
      {lead.signals.length === 0 && <p className="quiet">{words.noSignals}</p>}
      <ul className="lines">
        {lead.signals.map(({ family, axis, detectorVersion }) => (
          <li key={`${family} ${axis}`}>
            <Tags>
              <Tag tone={axis}>{axes[axis]}</Tag>
              <span>{nameOf(families, family)}</span>
              <span className="quiet small">{words.version(detectorVersion)}</span>
            </Tags>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

const refsShown = 60;

function Refs({ lead }: WithLead) {
  const words = useWords(leadWords);
  const format = useFormat();
  const rest = lead.refIds.length - refsShown;
  return (
    <Sheet title={words.refs} aside={<span className="quiet">{format.number(lead.refs)}</span>}>
      <p className="quiet small">{words.refsHint}</p>
      <ul className="lead-refs">
        {lead.refIds.slice(0, refsShown).map((id) => (
          <li key={id} className="id">
            {id}
          </li>
        ))}
        {rest > 0 && <li className="quiet">{words.moreRefs(format.number(rest))}</li>}
      </ul>
    </Sheet>
  );
}

function LeadFacts({ lead }: WithLead) {
  const words = useWords(leadWords);
  const sources = useWords(leadSourceNames);
  const dismissals = useWords(dismissalNames);
  return (
    <Sheet title={words.standing}>
      <Facts
        facts={[
          [
            words.id,
            <span className="id" key="id">
              {lead.id}
            </span>,
          ],
          [words.source, sources[lead.source]],
          [words.openedAt, <Moment at={lead.openedAt} key="opened" />],
          [words.expires, <Moment at={lead.expiresAt} key="expires" />],
          lead.request === null ? null : [words.request, lead.request],
          lead.dismissal === null ? null : [words.dismissedAs, dismissals[lead.dismissal]],
          lead.into === null ? null : [words.wentInto, <Into key="into" lead={lead} />],
          lead.joinedTo === null ? null : [words.joinedTo, lead.joinedTo],
        ]}
      />
    </Sheet>
  );
}

function Into({ lead }: WithLead) {
  const id = lead.into ?? "";
  const isCase = lead.status === "lead_accepted";
  return (
    <Link to={isCase ? "/cases/$id" : "/leads/$id"} params={{ id }} className="id">
      {toShortId(id)}
    </Link>
  );
}

function Course({ lead }: WithLead) {
  const words = useWords(leadWords);
  const format = useFormat();
  const roles = { ...useWords(roleNames), ...useWords(partyNames) };
  return (
    <Sheet title={words.history}>
      <ol className="lines">
        {lead.history.map(({ kind, at, as, by }) => (
          <li key={`${kind} ${at}`}>
            <span>{nameOf(words.acts, kind)}</span>
            <span className="quiet small">{words.roleAs(nameOf(roles, as))}</span>
            {by !== null && by !== as && (
              <span className="quiet small">
                <Person id={by} />
              </span>
            )}
            <span className="quiet small">
              <Ago at={at} />
            </span>
          </li>
        ))}
      </ol>
      {lead.notes.length > 0 && (
        <>
          <h3>{words.notes}</h3>
          <ol className="lines">
            {lead.notes.map(({ kind, at, accounts, actions }) => (
              <li key={`${kind} ${at}`}>
                <span>
                  {accounts !== null && actions !== null
                    ? words.grownTo(format.number(accounts), format.number(actions))
                    : words.noteKinds[kind]}
                </span>
                <span className="quiet small">
                  <Ago at={at} />
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </Sheet>
  );
}
