import { exportClaims, listClaimImports } from "@breakwater/contract";
import { Link } from "@tanstack/react-router";
import { usePages } from "../../../api/queries.ts";
import { useFormat, useWords } from "../../../app/context.tsx";
import { useListKeys } from "../../../shell/keys/use-list-keys.ts";
import { AwaitedList } from "../../../ui/Awaited.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { MoreButton } from "../../../ui/MoreButton.tsx";
import { PageHead } from "../../../ui/Page.tsx";
import { Person } from "../../../ui/Person.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Ago } from "../../../ui/Time.tsx";
import { ClaimTabs } from "../ClaimTabs.tsx";
import { claimWords } from "../words/table.ts";
import { FileImport } from "./FileImport.tsx";

export function ImportsPage() {
  const words = useWords(claimWords);
  const format = useFormat();
  const pages = usePages(listClaimImports, {});
  useListKeys("#imports");
  return (
    <div className="page">
      <PageHead title={words.imports}>
        <p className="page-lead">{words.importsIntro}</p>
      </PageHead>
      <ClaimTabs />
      <FileImport />
      <Sheet title={words.pastImports}>
        <AwaitedList
          what={words.pastImports}
          pages={pages}
          empty={
            <Empty title={words.noImports}>
              <p>{words.noImportsHint}</p>
            </Empty>
          }
        />
        <ol id="imports" className="claim-imports">
          {pages.items.map(({ id, name, at, by, records, added, updated, rejected }) => (
            <li key={id}>
              <Link to="/claims/imports/$id" params={{ id }} data-row>
                {name}
              </Link>
              <span className="quiet small">
                {words.importLine({
                  records: format.number(records),
                  added: format.number(added),
                  updated: format.number(updated),
                  rejected: format.number(rejected),
                })}
              </span>
              <span className="quiet small">
                <Ago at={at} /> · <Person id={by} />
              </span>
            </li>
          ))}
        </ol>
        <MoreButton pages={pages} />
      </Sheet>
      <Sheet title={words.exportTitle}>
        <p className="quiet">{words.exportText}</p>
        <p>
          <a href={exportClaims.path} download="registry.ndjson">
            {words.exportRun}
          </a>
        </p>
      </Sheet>
    </div>
  );
}
