import { listClaimVersions, type claimVersion } from "@breakwater/contract";
import type { z } from "zod";
import { usePages } from "../../../api/queries.ts";
import { useFormat, useWords } from "../../../app/context.tsx";
import { AwaitedList } from "../../../ui/Awaited.tsx";
import { MoreButton } from "../../../ui/MoreButton.tsx";
import { useNames } from "../../../ui/Person.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { Moment } from "../../../ui/Time.tsx";
import { claimActionNames, sourceKindNames, verdictNames } from "../../../words/claim-terms.ts";
import { claimWords } from "../words/table.ts";
import { listChanges } from "./version-changes.ts";

type Version = z.infer<typeof claimVersion>;

/** Every version, oldest first: who did what, why, and what it changed. */
export function ClaimVersions({ id, inForceVersion }: { readonly id: string; readonly inForceVersion: number }) {
  const words = useWords(claimWords);
  const pages = usePages(listClaimVersions, { params: { id } });
  return (
    <Sheet title={words.versions}>
      <p className="quiet small">{words.versionsHint}</p>
      <AwaitedList what={words.versions} pages={pages} />
      <ol className="claim-versions">
        {pages.items.map((version, i) => (
          <OneVersion
            key={version.version}
            version={version}
            before={pages.items[i - 1] ?? null}
            isInForce={version.version === inForceVersion && isOut(version)}
          />
        ))}
      </ol>
      <MoreButton pages={pages} />
    </Sheet>
  );
}

/** Before anything was published, the newest draft is what posts are compared with; nobody would call that being in force. */
function isOut({ entry: { status } }: Version): boolean {
  return status === "published" || status === "corrected";
}

function OneVersion({
  version,
  before,
  isInForce,
}: {
  readonly version: Version;
  readonly before: Version | null;
  readonly isInForce: boolean;
}) {
  const words = useWords(claimWords);
  const format = useFormat();
  const actions = useWords(claimActionNames);
  const codes = { verdict: useWords(verdictNames), kind: useWords(sourceKindNames) };
  const changes = listChanges(before?.entry ?? null, version.entry, codes);
  const nameOf = useNames();
  return (
    <li>
      <p className="claim-version-head">
        <span>
          {words.versionLine(format.number(version.version), actions[version.action], nameOf(version.by))}{" "}
          {isInForce && <Tag tone="good">{words.inForce}</Tag>}
        </span>
        <span className="quiet small">
          <Moment at={version.at} />
        </span>
      </p>
      {version.reason !== undefined && (
        <p className="small" dir="auto">
          {words.because(version.reason)}
        </p>
      )}
      {changes.length > 0 && (
        <details>
          <summary className="small">
            {before === null
              ? words.whatItSays
              : words.whatChanged(format.list(changes.map(({ field }) => words.fields[field])))}
          </summary>
          <dl className="claim-changes">
            {changes.map(({ field, before: was, after }) => (
              <div key={field}>
                <dt>{words.fields[field]}</dt>
                {was !== "" && (
                  <dd>
                    <del dir="auto">{was}</del>
                  </dd>
                )}
                {after !== "" && (
                  <dd>
                    <ins dir="auto">{after}</ins>
                  </dd>
                )}
              </div>
            ))}
          </dl>
        </details>
      )}
    </li>
  );
}
