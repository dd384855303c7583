import { useState } from "react";
import { CommandDialog, type CommandDialogProps } from "./CommandDialog.tsx";
import { LongField } from "./LongField.tsx";

type Sending = Pick<CommandDialogProps, "onRun" | "onRunAndNext">;

/** A command that asks for a reason in words, and for little else. */
export function WordsDialog({
  label,
  send,
  children,
  ...frame
}: Omit<CommandDialogProps, keyof Sending> & {
  readonly label: string;
  /** Given null while nothing is written. */
  readonly send: (text: string | null) => Sending;
}) {
  const [text, setText] = useState("");
  return (
    <CommandDialog {...frame} {...send(text.trim() === "" ? null : text)}>
      <LongField label={label} value={text} onChange={setText} />
      {children}
    </CommandDialog>
  );
}
