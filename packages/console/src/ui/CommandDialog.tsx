import { useRef, type ReactNode } from "react";
import { isOutdated } from "../api/use-seen-version.ts";
import { useWords } from "../app/context.tsx";
import { toPlainName } from "../words/plain-name.ts";
import { Button } from "./Button.tsx";
import { Dialog, DialogActions } from "./Dialog.tsx";
import { Failed } from "./Failed.tsx";
import { onSendKeys } from "./on-send-keys.ts";
import { partWords } from "./words.ts";

export type CommandDialogProps = {
  /** It and the action may be the name of the command: the dots behind it are left out. */
  readonly title: string;
  readonly hint?: string | undefined;
  /** What the button says. */
  readonly action: string;
  readonly look?: "main" | "danger";
  readonly command: { readonly isRunning: boolean; readonly error: Error | null };
  /** Undefined while something is missing. */
  readonly onRun: (() => void) | undefined;
  /** Does it, and goes on to the next job; undefined where no job is worked on. Control and Enter do it. */
  readonly onRunAndNext?: (() => void) | undefined;
  readonly onClose: () => void;
  readonly children?: ReactNode;
};

/** The frame of a command that asks for more. Control and Enter send it from wherever one types. */
export function CommandDialog({
  title,
  hint,
  action,
  look = "main",
  command,
  onRun,
  onRunAndNext,
  onClose,
  children,
}: CommandDialogProps) {
  const words = useWords(partWords);
  const form = useRef<HTMLFormElement>(null);
  const isReady = onRun !== undefined && !command.isRunning;
  const name = toPlainName(action);
  return (
    <Dialog title={toPlainName(title)} onClose={onClose}>
      <form
        ref={form}
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) onRun();
        }}
        onKeyDown={onSendKeys(() => {
          if (isReady) (onRunAndNext ?? onRun)();
        })}
      >
        {hint !== undefined && <p className="quiet">{hint}</p>}
        {children}
        <CommandFailed error={command.error} />
        <DialogActions>
          <Button look="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
          {onRunAndNext !== undefined && (
            <Button aria-disabled={!isReady} onClick={isReady ? onRunAndNext : undefined}>
              {words.andNext(name)} <kbd aria-hidden="true">Ctrl ↵</kbd>
            </Button>
          )}
          <Button
            type="submit"
            look={look}
            aria-disabled={onRun === undefined}
            busy={command.isRunning ? words.working : null}
          >
            {name}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** Why a command did not go through; where somebody was faster, what it was about is there anew already. */
export function CommandFailed({ error }: { readonly error: Error | null }) {
  const words = useWords(partWords);
  if (error === null) return null;
  return isOutdated(error) ? <p role="alert">{words.changedMeanwhile}</p> : <Failed error={error} />;
}
