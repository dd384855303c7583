import type { ReactNode } from "react";
import { ApiError } from "../../../api/api-error.ts";
import { useWords } from "../../../app/context.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Dialog, DialogActions } from "../../../ui/Dialog.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { partWords } from "../../../ui/words.ts";
import type { Claim } from "../ClaimStanding.tsx";
import { claimWords } from "../words/table.ts";

export type ClaimDialogProps = { readonly claim: Claim; readonly onClose: () => void; readonly onDone: () => void };

/** The frame of a command that asks for more, or for a second thought. */
export function ClaimDialog({
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
  readonly children?: ReactNode;
}) {
  const words = useWords(claimWords);
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
        <ClaimCommandFailed error={command.error} />
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

/** Why a command did not go through; where somebody was faster, the entry is there anew already. */
export function ClaimCommandFailed({ error }: { readonly error: Error | null }) {
  const words = useWords(claimWords);
  if (error === null) return null;
  const isOld = error instanceof ApiError && error.code === "precondition_failed";
  return isOld ? <p role="alert">{words.changedMeanwhile}</p> : <Failed error={error} />;
}
