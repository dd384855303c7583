import { decisionCommandKinds } from "@breakwater/contract";
import { useState, type ComponentType } from "react";
import { useWords } from "../../../app/context.tsx";
import { CommandSheet } from "../../cases/commands/CommandSheet.tsx";
import type { Decision } from "../DecisionFile.tsx";
import { decisionWords } from "../words/table.ts";
import { AppealDialog } from "./AppealDialog.tsx";
import { ConcludeDialog } from "./ConcludeDialog.tsx";
import { ReopenDialog } from "./ReopenDialog.tsx";
import { ReviewDialog } from "./ReviewDialog.tsx";
import {
  ConfirmEmergencyDialog,
  DeclineDialog,
  ExtendAppealDialog,
  ExtendDisputeDialog,
  UndoDialog,
} from "./WordsDialog.tsx";
import type { DecisionDialogProps, DecisionKind } from "./use-decision-command.ts";

const dialogs: Readonly<Record<DecisionKind, ComponentType<DecisionDialogProps>>> = {
  review_measure: ReviewDialog,
  confirm_emergency: ConfirmEmergencyDialog,
  extend_appeal: ExtendAppealDialog,
  decide_appeal: AppealDialog,
  undo: UndoDialog,
  extend_dispute: ExtendDisputeDialog,
  decline_dispute: DeclineDialog,
  conclude_dispute: ConcludeDialog,
  reopen: ReopenDialog,
};
const shortcuts: Readonly<Partial<Record<DecisionKind, string>>> = {
  decide_appeal: "a",
  review_measure: "w",
  confirm_emergency: "o",
  undo: "u",
};

/** Every command of a decision: those that may not be given say why. */
export function DecisionCommands({ file }: { readonly file: Decision }) {
  const words = useWords(decisionWords);
  const [asked, setAsked] = useState<DecisionKind | null>(null);
  const open = decisionCommandKinds.filter((kind) => file.commands[kind].enabled);
  // An appeal that somebody may not decide is what they came for: the reason stands in the open.
  const isAppealShut = file.appealOpen && !file.commands.decide_appeal.enabled;
  const first = isAppealShut ? (["decide_appeal", ...open] as const) : open;
  const shut = decisionCommandKinds.filter((kind) => !first.includes(kind));
  const Dialog = asked === null ? null : dialogs[asked];
  return (
    <CommandSheet
      names={words.commands}
      commands={file.commands}
      shortcuts={shortcuts}
      likely="decide_appeal"
      open={[{ kinds: first }]}
      shut={shut}
      onAsk={setAsked}
    >
      {Dialog !== null && <Dialog file={file} onClose={() => setAsked(null)} />}
    </CommandSheet>
  );
}
