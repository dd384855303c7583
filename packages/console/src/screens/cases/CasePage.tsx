import { Link, useParams } from "@tanstack/react-router";
import { useWords } from "../../app/context.tsx";
import { CaseFile } from "./CaseFile.tsx";
import { caseWords } from "./words/table.ts";

export function CasePage() {
  const { id } = useParams({ from: "/cases/$id" });
  const words = useWords(caseWords);
  return (
    <CaseFile
      key={id}
      id={id}
      above={
        <p className="small">
          <Link to="/cases">← {words.allCases}</Link>
        </p>
      }
    />
  );
}
