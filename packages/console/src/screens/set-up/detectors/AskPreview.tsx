import { askPreview } from "@breakwater/contract";
import { useState } from "react";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { useDialogCommand } from "../../../ui/use-dialog-command.ts";
import { detectorWords } from "./words.ts";

const dayMs = 86_400_000;
/** What the API takes, each between two ends. */
const bounds = { fdr: [0.0001, 0.1], accountFdr: [0.0001, 0.1], windowDays: [0.05, 14], days: [1, 14] } as const;
type Name = keyof typeof bounds;
type Typed = Readonly<Record<Name, string>>;

/** Options to try on the last days of the log; an empty one stays as it is. */
export function AskPreview({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(detectorWords);
  const { command, give } = useDialogCommand(askPreview, onClose);
  const [typed, setTyped] = useState<Typed>({ fdr: "", accountFdr: "", windowDays: "", days: "7" });
  const values = {
    fdr: parse("fdr", typed.fdr),
    accountFdr: parse("accountFdr", typed.accountFdr),
    windowDays: parse("windowDays", typed.windowDays),
    days: parse("days", typed.days),
  };
  const isWhole = Object.values(values).every((value) => value !== "wrong");
  const run = (): void => {
    const { fdr, accountFdr, windowDays, days } = values;
    const changes = {
      ...(typeof fdr === "number" ? { fdr } : {}),
      ...(typeof accountFdr === "number" ? { accountFdr } : {}),
      ...(typeof windowDays === "number" ? { windowMs: Math.round(windowDays * dayMs) } : {}),
    };
    give({ body: { changes, ...(typeof days === "number" ? { days: Math.round(days) } : {}) } }, { done: words.asked });
  };
  const names = ["fdr", "accountFdr", "windowDays", "days"] as const;
  return (
    <CommandDialog
      title={words.ask}
      hint={words.askHint}
      action={words.ask}
      command={command}
      onRun={isWhole ? run : undefined}
      onClose={onClose}
    >
      {names.map((name) => (
        <div key={name}>
          <TextField
            label={words[name]}
            hint={words.range(String(bounds[name][0]), String(bounds[name][1]))}
            value={typed[name]}
            onChange={(text) => setTyped((all) => ({ ...all, [name]: text }))}
          />
          {values[name] === "wrong" && (
            <p role="alert">{words.badNumber(String(bounds[name][0]), String(bounds[name][1]))}</p>
          )}
        </div>
      ))}
    </CommandDialog>
  );
}

/** Null: as it is. */
function parse(name: Name, text: string): number | null | "wrong" {
  if (text.trim() === "") return null;
  const value = Number(text.trim());
  const [least, most] = bounds[name];
  return value >= least && value <= most ? value : "wrong";
}
