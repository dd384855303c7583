import type { ReactNode } from "react";
import { useWords } from "../../../app/context.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Dialog, DialogActions } from "../../../ui/Dialog.tsx";
import { partWords } from "../../../ui/words.ts";
import type { Lead } from "../LeadPage.tsx";
import { leadWords } from "../words/table.ts";
import { CommandFailed } from "./CommandFailed.tsx";

export type LeadDialogProps = { readonly lead: Lead; readonly onClose: () => void; readonly onDone: () => void };

/** The frame of a command that asks for more. */
export function LeadDialog({
  title,
  hint,
  action,
  look = "main",
  command,
  onRun,
  onClose,
  children,
}: {
  readonly title: string;
  readonly hint: string;
  /** What the button says. */
  readonly action: string;
  readonly look?: "main" | "danger";
  readonly command: { readonly isRunning: boolean; readonly error: Error | null };
  /** Left out while something is missing. */
  readonly onRun: (() => void) | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const words = useWords(leadWords);
  const parts = useWords(partWords);
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          onRun?.();
        }}
      >
        <p className="quiet">{hint}</p>
        {children}
        <CommandFailed error={command.error} />
        <DialogActions>
          <Button look="quiet" onClick={onClose}>
            {parts.cancel}
          </Button>
          <Button
            type="submit"
            look={look}
            aria-disabled={onRun === undefined}
            busy={command.isRunning ? words.working : null}
          >
            {action}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
