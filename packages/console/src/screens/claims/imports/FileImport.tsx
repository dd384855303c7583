import { claimImportLimits, importClaims } from "@breakwater/contract";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useCommand } from "../../../api/queries.ts";
import { useConsole, useFormat, useWords } from "../../../app/context.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { Facts, Sheet } from "../../../ui/Sheet.tsx";
import { claimWords } from "../words/table.ts";
import { AsideList } from "./AsideList.tsx";

const inputId = "import-file";
const nameSignsMax = 200;

/** Takes a file of determinations over, and says of each record that it could not use why. */
export function FileImport() {
  const words = useWords(claimWords);
  const mayWrite = useConsole().me.roles.includes("editor");
  const command = useCommand(importClaims);
  const [file, setFile] = useState<File | null>(null);
  const [report, setReport] = useState<Awaited<ReturnType<typeof command.run>>["data"] | null>(null);
  const isTooLarge = file !== null && file.size > claimImportLimits.bytesMax;
  const isReady = mayWrite && file !== null && !isTooLarge;
  const run = async (): Promise<void> => {
    if (file === null || !isReady || command.isRunning) return;
    setReport(null);
    const query = { name: Array.from(file.name).slice(0, nameSignsMax).join("") };
    const answered = await command.run({ query }, { file }).catch(() => null);
    setReport(answered?.data ?? null);
  };
  return (
    <Sheet title={words.importFile}>
      <p className="quiet">{words.importShapes}</p>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <div className="field">
          <label htmlFor={inputId}>{words.file}</label>
          <input
            id={inputId}
            type="file"
            aria-invalid={isTooLarge}
            onChange={({ target }) => setFile(target.files?.[0] ?? null)}
          />
          {isTooLarge && (
            <p className="field-fault" role="alert">
              {words.fileTooLarge}
            </p>
          )}
        </div>
        <p>
          <Button
            type="submit"
            look="main"
            aria-disabled={!isReady}
            aria-describedby={mayWrite ? undefined : `${inputId}-why`}
            busy={command.isRunning ? words.importing : null}
          >
            {words.importRun}
          </Button>
        </p>
        {!mayWrite && (
          <p className="command-why" id={`${inputId}-why`}>
            {words.mayNotWrite}
          </p>
        )}
      </form>
      {command.error !== null && <Failed error={command.error} onRetry={() => void run()} />}
      {report !== null && <Report report={report} />}
    </Sheet>
  );
}

type Answer = Awaited<ReturnType<ReturnType<typeof useCommand<typeof importClaims>>["run"]>>["data"];

function Report({ report }: { readonly report: Answer }) {
  const words = useWords(claimWords);
  const format = useFormat();
  const counts = ["records", "added", "updated", "unchanged", "rejected", "leftOut"] as const;
  return (
    <div className="stack" role="status">
      <h3>{words.importDone(report.name)}</h3>
      <Facts facts={counts.map((name) => [words.importCounts[name], format.number(report[name])])} />
      {report.added + report.updated > 0 && (
        <p>
          <Link to="/claims" search={{ turn: "adopt" }}>
            {words.toAdopt} →
          </Link>
        </p>
      )}
      {report.unknownVerdicts.length > 0 && (
        <>
          <h3>{words.unknownVerdicts}</h3>
          <p className="quiet small">{words.unknownVerdictsHint}</p>
          <ul className="claim-points">
            {report.unknownVerdicts.map(({ word, times }) => (
              <li key={word}>
                {word} <span className="quiet small">{words.times(times)}</span>
              </li>
            ))}
            {report.unknownVerdictsOmitted > 0 && (
              <li className="quiet">{words.verdictsMore(format.number(report.unknownVerdictsOmitted))}</li>
            )}
          </ul>
        </>
      )}
      {report.aside.length > 0 && (
        <>
          <h3>{words.aside}</h3>
          <AsideList items={report.aside} />
          {report.asideOmitted > 0 && (
            <p>
              <Link to="/claims/imports/$id" params={{ id: report.id }}>
                {words.asideMore(format.number(report.asideOmitted))} →
              </Link>
            </p>
          )}
        </>
      )}
    </div>
  );
}
