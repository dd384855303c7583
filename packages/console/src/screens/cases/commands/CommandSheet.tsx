import type { ReactNode } from "react";
import { useWords } from "../../../app/context.tsx";
import { useKeys } from "../../../shell/keys/Keys.tsx";
import { CommandButton, type Availability } from "../../../ui/CommandButton.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { VeilChoice } from "../../../ui/VeilChoice.tsx";
import { caseWords } from "../words/table.ts";

/** The commands of a case or a decision: what matters now in the open, the others folded up, each with what keeps it back. */
export function CommandSheet<Kind extends string>({
  names,
  commands,
  shortcuts,
  likely,
  open,
  shut,
  onAsk,
  children,
}: {
  readonly names: Readonly<Record<Kind, string>>;
  readonly commands: Readonly<Record<Kind, Availability>>;
  readonly shortcuts: Readonly<Partial<Record<Kind, string>>>;
  /** The one that looks like the next step. */
  readonly likely: Kind | undefined;
  readonly open: readonly { readonly label?: string; readonly kinds: readonly Kind[] }[];
  readonly shut: readonly Kind[];
  readonly onAsk: (kind: Kind) => void;
  /** The dialog of the one that was asked for. */
  readonly children: ReactNode;
}) {
  const words = useWords(caseWords);
  useKeys(
    "page",
    (Object.keys(names) as Kind[]).flatMap((kind) => {
      const keys = shortcuts[kind];
      return keys !== undefined && commands[kind].enabled ? [{ keys, label: names[kind], run: () => onAsk(kind) }] : [];
    }),
  );
  const toButton = (kind: Kind) => {
    const shortcut = shortcuts[kind];
    return (
      <CommandButton
        key={kind}
        availability={commands[kind]}
        look={kind === likely ? "main" : "plain"}
        {...(shortcut === undefined ? {} : { shortcut })}
        onRun={() => onAsk(kind)}
      >
        {names[kind]}
      </CommandButton>
    );
  };
  return (
    <Sheet title={words.work}>
      {open.map(({ label, kinds }) => (
        <div key={label} className="commands" role={label === undefined ? undefined : "group"} aria-label={label}>
          {kinds.map(toButton)}
        </div>
      ))}
      {shut.length > 0 && (
        <details className="case-shut">
          <summary className="small">{words.notNow}</summary>
          <div className="commands">{shut.map(toButton)}</div>
        </details>
      )}
      <VeilChoice />
      {children}
    </Sheet>
  );
}
