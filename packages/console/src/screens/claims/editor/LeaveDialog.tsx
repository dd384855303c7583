import { useWords } from "../../../app/context.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Dialog, DialogActions } from "../../../ui/Dialog.tsx";
import { claimWords } from "../words/table.ts";

/** Somebody is about to lose what they wrote. */
export function LeaveDialog({ onStay, onLeave }: { readonly onStay: () => void; readonly onLeave: () => void }) {
  const words = useWords(claimWords);
  return (
    <Dialog title={words.leaveTitle} onClose={onStay}>
      <p>{words.leaveText}</p>
      <DialogActions>
        <Button onClick={onStay}>{words.leaveStay}</Button>
        <Button look="danger" onClick={onLeave}>
          {words.leaveGo}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
