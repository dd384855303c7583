import { Link } from "@tanstack/react-router";
import { useWords } from "../../app/context.tsx";
import { PageHead } from "../../ui/Page.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { partKeys, partScopes, type PartKey } from "./parts.ts";
import { useMay } from "./use-may.ts";
import { setUpWords } from "./words/table.ts";
import "./set-up.css";

export function SetUpPage() {
  const words = useWords(setUpWords);
  return (
    <div className="page">
      <PageHead title={words.setUp}>
        <p className="page-lead">{words.intro}</p>
      </PageHead>
      <ul className="set-up-parts">
        {partKeys.map((part) => (
          <li key={part}>
            <Part part={part} />
          </li>
        ))}
      </ul>
      <Sheet title={words.twoPeople}>
        <ul className="set-up-rules">
          {words.twoPeopleRules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </Sheet>
    </div>
  );
}

function Part({ part }: { readonly part: PartKey }) {
  const words = useWords(setUpWords);
  const { enabled, why } = useMay(...partScopes[part]);
  const { name, told } = words.parts[part];
  const content = (
    <>
      <span className="set-up-part-name">{name}</span>
      <span className="quiet small">{told}</span>
      {!enabled && <span className="quiet small">{why}</span>}
    </>
  );
  return enabled ? (
    <Link className="set-up-part" to={`/set-up/${part}`}>
      {content}
    </Link>
  ) : (
    <span className="set-up-part" aria-disabled="true">
      {content}
    </span>
  );
}
