import type { CaseCommand, CommandOf, PlannedMeasure, ProposedItem } from "@breakwater/casework";
import type {
  caseCommand,
  correctionCommand,
  decisionCommand,
  holdCommand,
  legalHoldCommand,
  operationCommand,
  proposedItem,
  reporterCommand,
  requestCommand,
  reviewCommand,
  registerCommand,
  transferCommand,
  unmaskingCommand,
  workspaceCommand,
} from "@breakwater/contract";
import type { z } from "zod";

/** Objects that people give commands to over the API, and the bodies of these commands. */
export type Bodies = {
  readonly case: z.output<typeof caseCommand> | z.output<typeof legalHoldCommand>;
  readonly decision: z.output<typeof decisionCommand>;
  readonly hold: z.output<typeof holdCommand>;
  readonly authority_request: z.output<typeof requestCommand>;
  readonly transfer: z.output<typeof transferCommand>;
  readonly operation: z.output<typeof operationCommand>;
  readonly self_review: z.output<typeof reviewCommand>;
  readonly determination: z.output<typeof correctionCommand>;
  readonly register_entry: z.output<typeof registerCommand>;
  readonly unmasking: z.output<typeof unmaskingCommand>;
  readonly victim_workspace: z.output<typeof workspaceCommand>;
  readonly reporter: z.output<typeof reporterCommand>;
};
export type BookKind = keyof Bodies;

/** The next id of something that comes into being: `decision`, `measure`, … */
export type NextId = (of: string) => string;

/** A body as the command of casework's machine, with the ids that the server gives. */
export function toCommand<K extends BookKind>(kind: K, body: Bodies[K], nextId: NextId): CommandOf<K> {
  return toAny(kind, body, nextId) as CommandOf<K>;
}

function toAny(kind: BookKind, body: Bodies[BookKind], nextId: NextId): CommandOf<BookKind> {
  switch (kind) {
    case "case":
      return toCaseCommand(body as Bodies["case"], nextId);
    case "self_review":
      return toReviewCommand(body as Bodies["self_review"], nextId);
    case "victim_workspace":
      return toWorkspaceCommand(body as Bodies["victim_workspace"], nextId);
    default:
      return body as Exclude<Bodies[Exclude<BookKind, "case" | "self_review" | "victim_workspace">], never>;
  }
}

export function toCaseCommand(body: Bodies["case"], nextId: NextId): CaseCommand {
  switch (body.kind) {
    case "add_evidence": {
      const { actions, ...item } = body.item;
      const named = actions === undefined ? {} : { actions };
      return { kind: "add_evidence", item: { id: nextId("evidence"), ...item, ...named } };
    }
    case "ask_partner":
      return { ...body, transfer: nextId("transfer") };
    case "propose":
      return { ...body, items: body.items.map((item) => toProposedItem(item, nextId)) };
    case "propose_no_action":
      return { ...body, decision: nextId("decision") };
    default:
      return body;
  }
}

function toProposedItem({ measures, ...item }: z.output<typeof proposedItem>, nextId: NextId): ProposedItem {
  const planned = measures.map((measure): PlannedMeasure => ({ id: nextId("measure"), ...measure }));
  return { decision: nextId("decision"), ...item, measures: planned };
}

function toReviewCommand(body: Bodies["self_review"], nextId: NextId): CommandOf<"self_review"> {
  return body.kind === "record_gap" ? { ...body, gap: nextId("gap") } : body;
}

function toWorkspaceCommand(body: Bodies["victim_workspace"], nextId: NextId): CommandOf<"victim_workspace"> {
  return body.kind === "capture" ? { ...body, item: { id: nextId("evidence"), ...body.item } } : body;
}
