import { Link, useLocation } from "@tanstack/react-router";
import { useConsole, useFormat, useWords } from "../app/context.tsx";
import { screens } from "../screens/table.ts";
import type { Screen } from "../screens/screen.ts";
import { roleNames } from "../words/roles.ts";
import { findReach } from "./reach.ts";
import { shellWords } from "./words/table.ts";

/** Every screen; those that cannot be gone to say why. */
export function Navigation({ isOpen, onGone }: { readonly isOpen: boolean; readonly onGone: () => void }) {
  const words = useWords(shellWords);
  return (
    <nav id="screens" className="rail" data-open={isOpen} aria-label={words.navigation}>
      <ul>
        {screens.map((screen) => (
          <li key={screen.key}>
            <Place screen={screen} onGone={onGone} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Place({ screen, onGone }: { readonly screen: Screen; readonly onGone: () => void }) {
  const words = useWords(shellWords);
  const roles = useWords(roleNames);
  const format = useFormat();
  const { me } = useConsole();
  const reach = findReach(screen, me.scopes);
  const name = words.screens[screen.key];
  const { pathname } = useLocation();
  const isHere = screen.alsoAt?.some((path) => pathname === path || pathname.startsWith(`${path}/`)) === true;
  if (reach.kind === "open") {
    return (
      <Link
        to={reach.path}
        className="place"
        activeOptions={{ exact: reach.path === "/", includeSearch: false }}
        activeProps={{ "aria-current": "page" }}
        {...(isHere ? { "aria-current": "page" } : {})}
        aria-keyshortcuts={`g ${screen.letter}`}
        onClick={onGone}
      >
        <span>{name}</span>
        <kbd aria-hidden="true">g {screen.letter}</kbd>
      </Link>
    );
  }
  const why =
    reach.kind === "not_built" ? words.notBuilt : words.needsRole(format.list(reach.roles.map((role) => roles[role])));
  return (
    <span className="place" aria-disabled="true">
      <span>{name}</span>
      <span className="place-why">{why}</span>
    </span>
  );
}
