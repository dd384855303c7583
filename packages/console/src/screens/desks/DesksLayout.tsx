import { useEffect, useRef } from "react";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { useConsole, useFormat, useWords } from "../../app/context.tsx";
import { rolesWith } from "../../shell/reach.ts";
import { Empty } from "../../ui/Empty.tsx";
import { PageHead } from "../../ui/Page.tsx";
import { roleNames } from "../../words/roles.ts";
import { desks, findDesk, type Desk } from "./desks.ts";
import { deskWords } from "./words/table.ts";
import "./desks.css";

/** The desks' tabs and the desk below; a desk that somebody may not open says who may. */
export function DesksLayout() {
  const { me } = useConsole();
  const { pathname } = useLocation();
  const desk = findDesk(pathname);
  return (
    <div className="desks">
      <Tabs here={desk} />
      {desk === null || me.scopes.includes(desk.scope) ? <Outlet /> : <NotYours desk={desk} />}
    </div>
  );
}

function Tabs({ here }: { readonly here: Desk | null }) {
  const words = useWords(deskWords);
  const { me } = useConsole();
  const list = useRef<HTMLUListElement>(null);
  // On a narrow window the tabs scroll: where one is has to be seen.
  useEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [here]);
  return (
    <nav className="desk-tabs" aria-label={words.tabs}>
      <ul ref={list}>
        {desks.map((desk) => (
          <li key={desk.key}>
            {me.scopes.includes(desk.scope) ? (
              <Link to={desk.path} aria-current={desk === here ? "page" : undefined}>
                {words.names[desk.key]}
              </Link>
            ) : (
              <Closed desk={desk} />
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Closed({ desk }: { readonly desk: Desk }) {
  const words = useWords(deskWords);
  const why = useWhyClosed(desk);
  return (
    <span aria-disabled="true" title={why}>
      {words.names[desk.key]}
      <span className="unseen"> {why}</span>
    </span>
  );
}

/** Who may open a desk, in words. */
export function useWhyClosed({ scope }: Desk): string {
  const words = useWords(deskWords);
  const roles = useWords(roleNames);
  const format = useFormat();
  return words.needsRole(format.list(rolesWith([scope]).map((role) => roles[role])));
}

function NotYours({ desk }: { readonly desk: Desk }) {
  const words = useWords(deskWords);
  return (
    <div className="page">
      <PageHead title={words.names[desk.key]}>
        <p className="page-lead">{words.what[desk.key]}</p>
      </PageHead>
      <Empty title={words.notYours}>
        <p>{useWhyClosed(desk)}</p>
      </Empty>
    </div>
  );
}
