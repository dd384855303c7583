import { useEffect, useId, useRef, type ReactNode } from "react";
import { useWords } from "../app/context.tsx";
import { Button } from "./Button.tsx";
import { partWords } from "./words.ts";
import "./dialog.css";

export type DialogProps = {
  readonly title: string;
  readonly onClose: () => void;
  /** A press beside it does not close it. */
  readonly isFirm?: boolean;
  readonly children: ReactNode;
};

/**
 * A modal dialog for as long as it is drawn. The browser itself keeps focus inside and closes on Escape. Focus begins where its form begins, not
 * on the cross above it, and goes back to where it was.
 */
export function Dialog({ title, onClose, isFirm = false, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const words = useWords(partWords);
  useEffect(() => {
    const dialog = ref.current;
    const opener = document.activeElement;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>("form :is(input, select, textarea, button)")?.focus();
    return () => {
      dialog?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      className="dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // A press beside it closes it otherwise, where the browser knows that.
      closedby={isFirm ? "closerequest" : "any"}
    >
      <div className="dialog-sheet">
        <header className="dialog-head">
          <h2 id={titleId}>{title}</h2>
          <Button look="quiet" aria-label={words.close} onClick={onClose}>
            <span aria-hidden="true">×</span>
          </Button>
        </header>
        {children}
      </div>
    </dialog>
  );
}

/** What a dialog ends in: the way on, and the way out. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className="dialog-actions">{children}</div>;
}
