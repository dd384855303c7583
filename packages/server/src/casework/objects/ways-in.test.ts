import { getMachine, type CommandOf } from "@breakwater/casework";
import * as contract from "@breakwater/contract";
import { describe, expect, expectTypeOf, it } from "vitest";
import { otherWays } from "../testing/other-ways.ts";
import { legalHoldCommands, listPeopleCommands } from "./object-book.ts";
import type { Bodies, BookKind } from "./to-command.ts";

const bodies: Readonly<Record<BookKind, readonly { readonly options: readonly unknown[] }[]>> = {
  case: [contract.caseCommand, contract.legalHoldCommand],
  decision: [contract.decisionCommand],
  hold: [contract.holdCommand],
  authority_request: [contract.requestCommand],
  transfer: [contract.transferCommand],
  operation: [contract.operationCommand],
  self_review: [contract.reviewCommand],
  determination: [contract.correctionCommand],
  register_entry: [contract.registerCommand],
  unmasking: [contract.unmaskingCommand],
  victim_workspace: [contract.workspaceCommand],
  reporter: [contract.reporterCommand],
};

const shown: Readonly<Record<Exclude<BookKind, "register_entry">, readonly string[]>> = {
  case: contract.caseCommandKinds,
  decision: contract.decisionCommandKinds,
  hold: contract.holdCommandKinds,
  authority_request: contract.requestCommandKinds,
  transfer: contract.transferCommandKinds,
  operation: contract.operationCommandKinds,
  self_review: contract.reviewCommandKinds,
  determination: contract.correctionCommandKinds,
  unmasking: contract.unmaskingCommandKinds,
  victim_workspace: contract.workspaceCommandKinds,
  reporter: contract.reporterCommandKinds,
};

function listCommands(kind: Parameters<typeof getMachine>[0]): readonly string[] {
  const rows: readonly object[] = Object.values(getMachine(kind).table);
  return Object.keys(rows[0] ?? {}).sort();
}

function listGiven(kind: BookKind): readonly string[] {
  return bodies[kind].flatMap(({ options }) =>
    (options as readonly { readonly shape: { readonly kind: { readonly value: string } } }[]).map(
      ({ shape }) => shape.kind.value,
    ),
  );
}

describe("every command of every machine", () => {
  it.each(Object.keys(bodies) as BookKind[])("of a %s has one way in", (kind) => {
    const given = [...listGiven(kind), ...Object.keys(otherWays[kind])].sort();
    expect(given).toEqual(listCommands(kind));
  });

  it("of a lead has one too", () => {
    expect(Object.keys(otherWays.lead).sort()).toEqual(listCommands("lead"));
  });

  it.each(Object.keys(shown) as (keyof typeof shown)[])(
    "of a %s that people give is one that its view speaks of",
    (kind) => {
      expect([...listPeopleCommands(kind)].sort()).toEqual([...shown[kind]].sort());
      const given = listGiven(kind).filter((command) => !legalHoldCommands.includes(command));
      expect([...given].sort()).toEqual([...shown[kind]].sort());
    },
  );

  it("has the kinds that casework's types have", () => {
    type Given<K extends BookKind> = Exclude<CommandOf<K>["kind"], keyof (typeof otherWays)[K]>;
    expectTypeOf<Given<"case">>().toEqualTypeOf<Bodies["case"]["kind"]>();
    expectTypeOf<Given<"decision">>().toEqualTypeOf<Bodies["decision"]["kind"]>();
    expectTypeOf<Given<"hold">>().toEqualTypeOf<Bodies["hold"]["kind"]>();
    expectTypeOf<Given<"authority_request">>().toEqualTypeOf<Bodies["authority_request"]["kind"]>();
    expectTypeOf<Given<"transfer">>().toEqualTypeOf<Bodies["transfer"]["kind"]>();
    expectTypeOf<Given<"operation">>().toEqualTypeOf<Bodies["operation"]["kind"]>();
    expectTypeOf<Given<"self_review">>().toEqualTypeOf<Bodies["self_review"]["kind"]>();
    expectTypeOf<Given<"determination">>().toEqualTypeOf<Bodies["determination"]["kind"]>();
    expectTypeOf<Given<"register_entry">>().toEqualTypeOf<Bodies["register_entry"]["kind"]>();
    expectTypeOf<Given<"unmasking">>().toEqualTypeOf<Bodies["unmasking"]["kind"]>();
    expectTypeOf<Given<"victim_workspace">>().toEqualTypeOf<Bodies["victim_workspace"]["kind"]>();
    expectTypeOf<Given<"reporter">>().toEqualTypeOf<Bodies["reporter"]["kind"]>();
  });
});
