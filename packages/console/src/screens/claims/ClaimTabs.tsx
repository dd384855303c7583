import type { Scope } from "@breakwater/contract";
import { Link } from "@tanstack/react-router";
import { useConsole, useFormat, useWords } from "../../app/context.tsx";
import { rolesWith } from "../../shell/reach.ts";
import { roleNames } from "../../words/roles.ts";
import { claimWords } from "./words/table.ts";
import "./claims.css";

type Tab = { readonly to: string; readonly name: string; readonly scope: Scope };

/** The pages of this screen; those that somebody's roles do not open say which would. */
export function ClaimTabs() {
  const words = useWords(claimWords);
  const format = useFormat();
  const names = useWords(roleNames);
  const { me } = useConsole();
  const tabs: readonly Tab[] = [
    { to: "/claims", name: words.registry, scope: "claims:read" },
    { to: "/claims/try", name: words.tryPost, scope: "check" },
    { to: "/claims/imports", name: words.imports, scope: "claims:read" },
    { to: "/claims/new", name: words.newEntry, scope: "claims:write" },
  ];
  return (
    <nav className="claim-tabs" aria-label={words.claims}>
      <ul>
        {tabs.map(({ to, name, scope }) => (
          <li key={to}>
            {me.scopes.includes(scope) ? (
              <Link to={to} activeOptions={{ exact: true, includeSearch: false }}>
                {name}
              </Link>
            ) : (
              <span className="claim-tab-shut" aria-disabled="true" role="link">
                {name}{" "}
                <span className="small">
                  {words.needsRole(format.list(rolesWith([scope]).map((role) => names[role])))}
                </span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
