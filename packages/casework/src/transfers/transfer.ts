import { allow, defineMachine, toRow, type Base, type Machine, type Stamp, type Table } from "../kernel/machine.ts";
import { accept, refuse } from "../kernel/outcome.ts";
import { findTransferRefusal, type TransferContent } from "./transfer-content.ts";

export const transferStatuses = ["absent", "sent", "returned", "lapsed", "recalled"] as const;
export type TransferStatus = (typeof transferStatuses)[number];

export type TransferState = Base<TransferStatus> & {
  readonly caseId: string | null;
  readonly content: TransferContent | null;
  readonly answer: string | null;
};

export type TransferCommand =
  | { readonly kind: "send"; readonly caseId: string; readonly content: TransferContent }
  | { readonly kind: "answer"; readonly text: string }
  | { readonly kind: "recall"; readonly reason: string }
  | { readonly kind: "lapse" };

export type TransferEvent = Stamp &
  (
    | { readonly kind: "transfer_sent"; readonly caseId: string; readonly content: TransferContent }
    | { readonly kind: "transfer_answered"; readonly caseId: string; readonly text: string }
    | { readonly kind: "transfer_recalled"; readonly caseId: string; readonly reason: string }
    | { readonly kind: "transfer_lapsed"; readonly caseId: string }
  );

export const transferKinds: readonly TransferCommand["kind"][] = ["send", "answer", "recall", "lapse"];

/** sent ─ answer ─► returned, ─ recall ─► recalled, ─ lapse (the return date) ─► lapsed. There is no sharing on. */
export const transferTable: Table<TransferStatus, TransferCommand["kind"]> = {
  absent: toRow(transferKinds, "transfer_not_sent", { send: allow("sent", "system") }),
  sent: toRow(transferKinds, "already_there", {
    answer: allow("returned", "liaison", "analyst"),
    recall: allow("recalled", "liaison", "analyst"),
    lapse: allow("lapsed", "system"),
  }),
  returned: toRow(transferKinds, "transfer_over", {}),
  lapsed: toRow(transferKinds, "transfer_over", {}),
  recalled: toRow(transferKinds, "transfer_over", {}),
};

export const absentTransfer: TransferState = {
  status: "absent",
  version: 0,
  updatedAt: 0,
  caseId: null,
  content: null,
  answer: null,
};

/** A question of fact put to another desk. The case that asks opens it, and goes on when it comes back. */
export const transferMachine: Machine<TransferStatus, TransferState, TransferCommand, TransferEvent> = defineMachine<
  TransferStatus,
  TransferState,
  TransferCommand,
  TransferEvent
>({
  name: "transfer",
  initial: absentTransfer,
  table: transferTable,
  gates: {},
  handlers: {
    send: (_, { caseId, content }, acting) => {
      const refusal = findTransferRefusal(content, acting);
      return refusal === null
        ? accept([{ kind: "transfer_sent", caseId, content, ...acting.stamp }])
        : { ok: false, refusal };
    },
    answer: ({ caseId }, { text }, { stamp }) =>
      text.trim() === ""
        ? refuse("reason_missing")
        : accept([{ kind: "transfer_answered", caseId: caseId ?? "", text, ...stamp }]),
    recall: ({ caseId }, { reason }, { stamp }) =>
      reason.trim() === ""
        ? refuse("reason_missing")
        : accept([{ kind: "transfer_recalled", caseId: caseId ?? "", reason, ...stamp }]),
    lapse: ({ caseId, content }, _, { at, stamp }) =>
      at < (content?.returnBy ?? Infinity)
        ? refuse("too_early")
        : accept([{ kind: "transfer_lapsed", caseId: caseId ?? "", ...stamp }]),
  },
  evolve: (state, event) => {
    switch (event.kind) {
      case "transfer_sent":
        return { ...state, status: "sent", caseId: event.caseId, content: event.content };
      case "transfer_answered":
        return { ...state, status: "returned", answer: event.text };
      case "transfer_recalled":
        return { ...state, status: "recalled" };
      case "transfer_lapsed":
        return { ...state, status: "lapsed" };
    }
  },
  due: ({ status, content }, at) =>
    status === "sent" && at >= (content?.returnBy ?? Infinity) ? [{ kind: "lapse" }] : [],
  deadlines: ({ status, content }) =>
    status === "sent" && content !== null ? [{ what: "transfer_returns", dueAt: content.returnBy }] : [],
});
