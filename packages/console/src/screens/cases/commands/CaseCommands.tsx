import { useNavigate } from "@tanstack/react-router";
import { useState, type ComponentType } from "react";
import { useWords } from "../../../app/context.tsx";
import { useJob } from "../../queues/job-context.tsx";
import type { Case } from "../CaseFile.tsx";
import { caseWords } from "../words/table.ts";
import { AssignDialog } from "./AssignDialog.tsx";
import { CommandSheet } from "./CommandSheet.tsx";
import { EvidenceDialog } from "./EvidenceDialog.tsx";
import { FindingDialog } from "./FindingDialog.tsx";
import { HearingDialog } from "./HearingDialog.tsx";
import { NoActionDialog } from "./NoActionDialog.tsx";
import { PartnerDialog } from "./PartnerDialog.tsx";
import { PriorityDialog } from "./PriorityDialog.tsx";
import { ReopenDialog } from "./ReopenDialog.tsx";
import { ActAloneDialog, ApproveDialog, RejectDialog, ReleaseDialog, UndoDialog } from "./WordsDialog.tsx";
import type { CaseDialogProps, CaseKind } from "./use-case-command.ts";

/** Commands that are asked for by a dialog; proposing has a page, judging blind its own part of this one. */
type Asked = Exclude<CaseKind, "propose" | "judge_blind">;

const dialogs: Readonly<Record<Asked, ComponentType<CaseDialogProps>>> = {
  assign: AssignDialog,
  set_priority: PriorityDialog,
  add_evidence: EvidenceDialog,
  record_finding: FindingDialog,
  ask_partner: PartnerDialog,
  start_hearing: HearingDialog,
  propose_no_action: NoActionDialog,
  reject: RejectDialog,
  approve: ApproveDialog,
  act_alone: ActAloneDialog,
  release_stage: ReleaseDialog,
  undo_bulk: UndoDialog,
  reopen: ReopenDialog,
};

const shortcuts: Readonly<Partial<Record<CaseKind, string>>> = {
  assign: "t",
  add_evidence: "e",
  record_finding: "f",
  start_hearing: "h",
  propose: "p",
  propose_no_action: "n",
  approve: "a",
  reject: "r",
};

/** In the order of the work. */
const groups = [
  ["investigate", ["assign", "add_evidence", "record_finding", "start_hearing", "ask_partner", "set_priority"]],
  ["decide", ["propose", "propose_no_action", "approve", "reject", "act_alone"]],
  ["after", ["release_stage", "undo_bulk", "reopen"]],
] as const satisfies readonly (readonly [string, readonly CaseKind[]])[];

/** The one that is most likely next, by the state of the case. */
const likely: Readonly<Partial<Record<Case["status"], CaseKind>>> = {
  case_open: "assign",
  investigating: "propose",
  proposed: "approve",
};

/** Every command of a case: those that may not be given say why. */
export function CaseCommands({ file }: { readonly file: Case }) {
  const words = useWords(caseWords);
  const navigate = useNavigate();
  const job = useJob();
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = (kind: CaseKind): void => {
    if (kind === "propose")
      void navigate({ to: "/cases/$id/propose", params: { id: file.id }, search: { queue: job?.queue } });
    else if (kind !== "judge_blind") setAsked(kind);
  };
  const Dialog = asked === null ? null : dialogs[asked];
  const next = likely[file.status];
  // What comes next stands in the open, also to those who may not do it: the reason is what they look for.
  const isOpen = (kind: CaseKind): boolean => file.commands[kind].enabled || kind === next;
  const shut = groups.flatMap(([, kinds]) => kinds.filter((kind) => !isOpen(kind)));
  return (
    <CommandSheet
      names={words.commands}
      commands={file.commands}
      shortcuts={shortcuts}
      likely={next}
      open={groups
        .map(([group, kinds]) => ({ label: words.groups[group], kinds: kinds.filter(isOpen) }))
        .filter(({ kinds }) => kinds.length > 0)}
      shut={shut}
      onAsk={ask}
    >
      {Dialog !== null && <Dialog file={file} onClose={() => setAsked(null)} />}
    </CommandSheet>
  );
}
