import type { ReactNode } from "react";
import { useWords } from "../app/context.tsx";
import { Button } from "./Button.tsx";
import { Dialog, DialogActions } from "./Dialog.tsx";
import { partWords } from "./words.ts";

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
