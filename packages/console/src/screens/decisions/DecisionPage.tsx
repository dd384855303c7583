import { Link, useParams } from "@tanstack/react-router";
import { useWords } from "../../app/context.tsx";
import { DecisionFile } from "./DecisionFile.tsx";
import { decisionWords } from "./words/table.ts";

export function DecisionPage() {
  const { id } = useParams({ from: "/decisions/$id" });
  const words = useWords(decisionWords);
  return (
    <DecisionFile
      key={id}
      id={id}
      above={(caseId) => (
        <p className="small">
          {caseId === null ? (
            <Link to="/cases">← {words.allCases}</Link>
          ) : (
            <Link to="/cases/$id" params={{ id: caseId }}>
              ← {words.toCase}
            </Link>
          )}
        </p>
      )}
    />
  );
}
