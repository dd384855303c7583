import { Link } from "@tanstack/react-router";
import { useWords } from "../../app/context.tsx";
import { caseWords } from "./words/table.ts";
import "./cases.css";

/** The pages of casework beside one another. */
export function CasesTabs() {
  const words = useWords(caseWords);
  const active = { "aria-current": "page" } as const;
  return (
    <nav className="case-tabs" aria-label={words.tabs}>
      <Link to="/cases" activeOptions={{ exact: true, includeSearch: false }} activeProps={active}>
        {words.cases}
      </Link>
      <Link to="/queues" activeProps={active}>
        {words.queues}
      </Link>
      <Link to="/desks">{words.desks}</Link>
    </nav>
  );
}
