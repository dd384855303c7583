import { Link } from "@tanstack/react-router";
import { useConsole, useWords } from "../../../app/context.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { claimWords } from "../words/table.ts";

/** Nothing stands in the registry: what an entry is, and the two ways in which one comes. */
export function EmptyRegistry() {
  const words = useWords(claimWords);
  const mayWrite = useConsole().me.scopes.includes("claims:write");
  return (
    <div className="claim-teach">
      <p className="empty-title">{words.emptyRegistry}</p>
      <Sheet title={words.whatIsEntry}>
        <p>{words.whatIsEntryText}</p>
        <ol className="claim-steps">
          {words.entrySteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Sheet>
      <Sheet title={words.howToImport}>
        <p>{words.howToImportText}</p>
        <pre className="claim-example">{exampleLine}</pre>
        <p className="claim-ways">
          <Link to="/claims/imports">{words.toImports} →</Link>
          {mayWrite && <Link to="/claims/new">{words.toNew} →</Link>}
        </p>
      </Sheet>
    </div>
  );
}

const exampleLine =
  '{"claim": "The bridge will be closed for a year", "verdict": "false",\n "url": "https://desk.example/bridge", "wordings": ["Bridge shut for a YEAR!"]}';
