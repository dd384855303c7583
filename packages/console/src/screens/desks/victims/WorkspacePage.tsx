import { protections } from "@breakwater/contract";
import { useParams } from "@tanstack/react-router";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Facts, Sheet } from "../../../ui/Sheet.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { Deadline, Moment } from "../../../ui/Time.tsx";
import { nameOf } from "../../../words/terms.ts";
import { ObjectPage } from "../objects/ObjectPage.tsx";
import { CaseLink } from "../Named.tsx";
import { Person } from "../../../ui/Person.tsx";
import { BeContact } from "./BeContact.tsx";
import { workspaceWords } from "./words.ts";
import { workspaceObject, type WorkspaceView } from "./workspace-object.ts";

export function WorkspacePage() {
  const { id } = useParams({ from: "/desks/victims/$id" });
  const words = useWords(workspaceWords);
  return (
    <ObjectPage
      object={workspaceObject}
      id={id}
      wayIn={<BeContact id={id} />}
      tags={({ isMinor }) => isMinor && <Tag tone="warn">{words.minor}</Tag>}
      offer={({ protection }) => ({ initial: { what: protection, item: { capturedAt: Date.now() } } })}
    >
      {(view) => (
        <>
          <Protection view={view} />
          <Evidence view={view} />
          <Shares view={view} />
          <Cases view={view} />
        </>
      )}
    </ObjectPage>
  );
}

type WithView = { readonly view: WorkspaceView };

function Protection({ view: { owner, contact, protection } }: WithView) {
  const words = useWords(workspaceWords);
  return (
    <Sheet title={words.protection}>
      <p className="quiet small">{words.protectionHint}</p>
      <ul className="item-lines">
        {protections.map((one) => (
          <li key={one}>
            <span>{nameOf(words.fields.what.values ?? {}, one)}</span>
            {protection.includes(one) ? <Tag tone="good">{words.on}</Tag> : <Tag>{words.off}</Tag>}
          </li>
        ))}
      </ul>
      <Facts
        facts={[
          [
            words.owner,
            <span key="owner" className="id">
              {owner}
            </span>,
          ],
          [words.contact, contact === null ? words.noContact : <Person key="contact" id={contact} />],
        ]}
      />
    </Sheet>
  );
}

function Evidence({ view: { evidence } }: WithView) {
  const words = useWords(workspaceWords);
  const format = useFormat();
  return (
    <Sheet title={words.evidence} aside={<span className="quiet">{format.number(evidence.length)}</span>}>
      <p className="quiet small">{evidence.length === 0 ? words.noEvidence : words.evidenceHint}</p>
      <ol className="item-lines">
        {evidence.map(({ id, sha256, capturedAt }, place) => (
          <li key={id}>
            <span>
              {words.evidenceNumber(format.number(place + 1))}{" "}
              <span className="id quiet" title={sha256}>
                {sha256.slice(0, 16)}…
              </span>
            </span>
            <span className="quiet small">
              {words.captured} <Moment at={capturedAt} />
            </span>
          </li>
        ))}
      </ol>
    </Sheet>
  );
}

function Shares({ view: { shares, openedAt } }: WithView) {
  const words = useWords(workspaceWords);
  const format = useFormat();
  return (
    <Sheet title={words.shares}>
      <p className="quiet small">{words.sharesHint}</p>
      {shares.length === 0 && <p>{words.noShares}</p>}
      <ul className="item-lines">
        {shares.map(({ desk, evidence, purpose, until }) => (
          <li key={desk}>
            <span>
              {desk}: {words.sharesItems(format.number(evidence.length), evidence.length)}
            </span>
            <Deadline at={until} spanMs={until - openedAt} />
            <p className="quote small">{purpose}</p>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function Cases({ view: { cases } }: WithView) {
  const words = useWords(workspaceWords);
  return (
    <Sheet title={words.cases}>
      {cases.length === 0 && <p className="quiet">{words.noCases}</p>}
      <ul className="chips">
        {cases.map((id) => (
          <li key={id}>
            <CaseLink id={id} />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
