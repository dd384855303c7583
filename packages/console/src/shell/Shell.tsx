import { useNavigate } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { LiveUpdates } from "../api/live/LiveUpdates.tsx";
import { useConsole, useWords } from "../app/context.tsx";
import { screens } from "../screens/table.ts";
import { Boundary } from "../ui/Boundary.tsx";
import { Button } from "../ui/Button.tsx";
import { Toasts } from "../ui/Toasts.tsx";
import { BreakProposal } from "./BreakProposal.tsx";
import { Keys, useKeys } from "./keys/Keys.tsx";
import { KeysDialog } from "./keys/KeysDialog.tsx";
import { LiveMark } from "./LiveMark.tsx";
import { Navigation } from "./Navigation.tsx";
import { findReach } from "./reach.ts";
import { SettingsDialog } from "./SettingsDialog.tsx";
import { shellWords } from "./words/table.ts";
import "./shell.css";

/** What stands around every page. */
export function Shell({ children }: { readonly children: ReactNode }) {
  return (
    <LiveUpdates>
      <Keys>
        <Toasts>
          <Frame>{children}</Frame>
        </Toasts>
      </Keys>
    </LiveUpdates>
  );
}

type Open = "keys" | "settings" | "menu" | null;

function Frame({ children }: { readonly children: ReactNode }) {
  const words = useWords(shellWords);
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  useScreenKeys(() => setOpen("keys"));
  return (
    <div className="shell">
      <a className="skip unseen" href="#content">
        {words.skip}
      </a>
      <header className="bar">
        <Button
          look="quiet"
          aria-expanded={open === "menu"}
          aria-controls="screens"
          data-part="menu"
          onClick={() => setOpen(open === "menu" ? null : "menu")}
        >
          <span aria-hidden="true">☰</span> {words.menu}
        </Button>
        <p className="brand">
          <Mark />
          <span>{words.product}</span>
        </p>
        <LiveMark />
        <Button look="quiet" aria-keyshortcuts="?" data-part="keys" onClick={() => setOpen("keys")}>
          {words.keys} <kbd aria-hidden="true">?</kbd>
        </Button>
        <You onOpen={() => setOpen("settings")} />
      </header>
      <Navigation isOpen={open === "menu"} onGone={close} />
      <main id="content" className="content" tabIndex={-1}>
        <BreakProposal onSettings={() => setOpen("settings")} />
        <Boundary>{children}</Boundary>
      </main>
      {open === "keys" && <KeysDialog onClose={close} />}
      {open === "settings" && <SettingsDialog onClose={close} />}
    </div>
  );
}

function You({ onOpen }: { readonly onOpen: () => void }) {
  const words = useWords(shellWords);
  const { me } = useConsole();
  return (
    <Button look="quiet" aria-haspopup="dialog" aria-label={`${words.settings}: ${me.name}`} onClick={onOpen}>
      <span className="you" aria-hidden="true">
        {toInitial(me.name)}
      </span>
    </Button>
  );
}

/** The first letter as people see it, also where it is made of several code points. */
function toInitial(name: string): string {
  const [first] = new Intl.Segmenter().segment(name);
  return first?.segment ?? "·";
}

/** A wall in the water. */
function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 24" aria-hidden="true">
      <path d="M2 9c3.500 0 3.500-3 7-3s3.500 3 7 3M2 17c3.500 0 3.500-3 7-3s3.500 3 7 3" />
      <path className="mark-wall" d="M23 3v18" />
    </svg>
  );
}

function useScreenKeys(showKeys: () => void): void {
  const words = useWords(shellWords);
  const { me } = useConsole();
  const navigate = useNavigate();
  const reachable = screens.flatMap((screen) => {
    const reach = findReach(screen, me.scopes);
    return reach.kind === "open" ? [{ ...screen, path: reach.path }] : [];
  });
  useKeys("everywhere", [
    { keys: "?", label: words.keys, run: showKeys },
    ...reachable.map(({ key, letter, path }) => ({
      keys: `g ${letter}`,
      label: words.goTo(words.screens[key]),
      run: () => void navigate({ to: path }),
    })),
  ]);
}
