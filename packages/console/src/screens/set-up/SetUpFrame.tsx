import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useWords } from "../../app/context.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { PageHead } from "../../ui/Page.tsx";
import { partKeys, partScopes, type PartKey } from "./parts.ts";
import { useMay } from "./use-may.ts";
import { setUpWords } from "./words/table.ts";
import "./set-up.css";

/** What stands around each part: the way to the others, and a word for whoever may not see this one. */
export function SetUpFrame({
  part,
  title,
  children,
}: {
  readonly part: PartKey;
  /** Of a page below the part's own. */
  readonly title?: string;
  readonly children: ReactNode;
}) {
  const words = useWords(setUpWords);
  const { enabled, why } = useMay(...partScopes[part]);
  const { name, told } = words.parts[part];
  return (
    <div className="page">
      <PageHead title={title ?? name} above={<Tabs />}>
        {title === undefined && <p className="page-lead">{told}</p>}
      </PageHead>
      {enabled ? (
        children
      ) : (
        <Empty title={words.notForYou}>
          <p>{why}</p>
        </Empty>
      )}
    </div>
  );
}

function Tabs() {
  const words = useWords(setUpWords);
  return (
    <nav className="set-up-tabs" aria-label={words.navigation}>
      <Link to="/set-up" activeOptions={{ exact: true }}>
        {words.setUp}
      </Link>
      {partKeys.map((part) => (
        <Tab key={part} part={part} />
      ))}
    </nav>
  );
}

function Tab({ part }: { readonly part: PartKey }) {
  const words = useWords(setUpWords);
  const { enabled, why } = useMay(...partScopes[part]);
  const { name } = words.parts[part];
  if (!enabled) {
    return (
      <span aria-disabled="true" title={why}>
        {name} <span className="unseen">{why}</span>
      </span>
    );
  }
  return (
    <Link to={`/set-up/${part}`} activeProps={{ "aria-current": "page" }}>
      {name}
    </Link>
  );
}
