import { useWords } from "../app/context.tsx";
import { Button } from "./Button.tsx";
import { CopyText } from "./CopyText.tsx";
import { Dialog, DialogActions } from "./Dialog.tsx";
import { partWords } from "./words.ts";

/** What is shown once: it cannot be had again, so a press beside it does not close it. Nothing while there is no text. */
export function ShownOnce({
  title,
  hint,
  text,
  onClose,
}: {
  readonly title: string;
  readonly hint: string;
  readonly text: string | null;
  readonly onClose: () => void;
}) {
  const words = useWords(partWords);
  if (text === null) return null;
  return (
    <Dialog title={title} onClose={onClose} isFirm>
      <p>{hint}</p>
      <CopyText text={text} />
      <DialogActions>
        <Button look="main" onClick={onClose}>
          {words.kept}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
