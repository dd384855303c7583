import type { ReactNode } from "react";
import { useWords } from "../app/context.tsx";
import { Button } from "./Button.tsx";
import { Dialog, DialogActions } from "./Dialog.tsx";
import { Failed } from "./Failed.tsx";
import { partWords } from "./words.ts";

/** Something is asked for in a dialog, and done by its button; what went wrong is told there. */
export function Ask({
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
  readonly hint?: string;
  /** What the button says. */
  readonly action: string;
  readonly look?: "main" | "danger";
  readonly command: { readonly isRunning: boolean; readonly error: Error | null };
  /** Null while something is missing. */
  readonly onRun: (() => void) | null;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}) {
  const words = useWords(partWords);
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          onRun?.();
        }}
      >
        {hint !== undefined && <p className="quiet">{hint}</p>}
        {children}
        {command.error !== null && <Failed error={command.error} />}
        <DialogActions>
          <Button look="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button
            type="submit"
            look={look}
            aria-disabled={onRun === null}
            busy={command.isRunning ? words.working : null}
          >
            {action}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** What is shown once: it cannot be had again, so it is not closed by a press beside it unnoticed. */
export function ShownOnce({
  title,
  hint,
  onClose,
  children,
}: {
  readonly title: string;
  readonly hint: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const words = useWords(partWords);
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{hint}</p>
      {children}
      <DialogActions>
        <Button look="main" onClick={onClose}>
          {words.kept}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
