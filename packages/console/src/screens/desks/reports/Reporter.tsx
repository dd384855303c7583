import { getRefusalWords } from "@breakwater/casework";
import { viewReporter, type StaffRole } from "@breakwater/contract";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import { useCommand } from "../../../api/queries.ts";
import { useConsole, useFormat, useWords } from "../../../app/context.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Person } from "../../../ui/Person.tsx";
import { Facts, Sheet } from "../../../ui/Sheet.tsx";
import { Ago } from "../../../ui/Time.tsx";
import { BodyDialog } from "../forms/BodyDialog.tsx";
import { Why } from "../objects/CommandList.tsx";
import type { Report } from "./ReportPage.tsx";
import { reportWords } from "./words.ts";

/** Those who answer reports, and those who check that; the service holds to the same. */
const mayKnow: readonly StaffRole[] = ["triage", "auditor"];

type WithReport = { readonly report: Report };
type Identity = { readonly name: string; readonly email: string; readonly account: string };

/** Who sent it: by a look that is written down, and by how their notices turned out. */
export function Reporter({ report }: WithReport) {
  const words = useWords(reportWords);
  const { me } = useConsole();
  const whyId = useId();
  const [isAsked, setAsked] = useState(false);
  const [identity, setIdentity] = useState<Identity | null>(null);
  const isAllowed = me.roles.some((role) => mayKnow.includes(role));
  return (
    <Sheet title={words.reporter}>
      <p className="quiet small">{words.reporterHint}</p>
      {identity === null ? (
        <div className="opening">
          <Button
            aria-haspopup="dialog"
            aria-disabled={!isAllowed}
            aria-describedby={isAllowed ? undefined : whyId}
            onClick={isAllowed ? () => setAsked(true) : undefined}
          >
            {words.seeReporter}
          </Button>
          {!isAllowed && (
            <p className="quiet small" id={whyId}>
              <Refused />
            </p>
          )}
        </div>
      ) : (
        <Facts
          facts={[
            [words.personName, identity.name],
            [words.email, identity.email],
            [words.account, identity.account],
          ]}
        />
      )}
      {report.reporter !== null && (
        <p>
          <Link to="/desks/reporters/$id" params={{ id: report.reporter }}>
            {words.record}
          </Link>
        </p>
      )}
      {isAllowed && <Looks report={report} />}
      {isAsked && (
        <See
          report={report}
          onClose={() => setAsked(false)}
          onSeen={(seen) => {
            setIdentity(seen);
            setAsked(false);
          }}
        />
      )}
    </Sheet>
  );
}

function Refused() {
  const { language } = useFormat();
  const said = getRefusalWords("role_may_not", language);
  return <Why availability={{ enabled: false, code: "role_may_not", about: [...mayKnow], ...said }} />;
}

function Looks({ report: { views } }: WithReport) {
  const words = useWords(reportWords);
  return (
    <>
      <h3>{words.looks}</h3>
      {views.length === 0 && <p className="quiet small">{words.noLooks}</p>}
      <ol className="item-lines">
        {views.map(({ by, reason, at }) => (
          <li key={`${at} ${by}`}>
            <span>
              <Person id={by} />
            </span>
            <span className="quiet small">
              <Ago at={at} />
            </span>
            <p className="quote small">{reason}</p>
          </li>
        ))}
      </ol>
    </>
  );
}

function See({
  report: { id },
  onSeen,
  onClose,
}: WithReport & { readonly onSeen: (identity: Identity) => void; readonly onClose: () => void }) {
  const words = useWords(reportWords);
  const command = useCommand(viewReporter);
  const run = async (body: { readonly reason: string }): Promise<void> => {
    await command.run({ params: { id }, body }).then(
      ({ data }) => onSeen(data),
      () => undefined,
    );
  };
  return (
    <BodyDialog
      name={words.seeReporter}
      hint={words.seeHint}
      schema={viewReporter.body}
      fields={{ reason: { label: words.reason, hint: words.reasonHint } }}
      command={command}
      onRun={(body) => void run(body as { readonly reason: string })}
      onClose={onClose}
    />
  );
}
