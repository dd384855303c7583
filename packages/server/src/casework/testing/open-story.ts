import type { Actor, MeasureType, Order, ProposedItem } from "@breakwater/casework";
import { people, pieces } from "@breakwater/casework/testing";
import { expect } from "vitest";
import { bringRuleIntoForce } from "./bring-rule-into-force.ts";
import type { House } from "./open-house.ts";

const { detector, tian, ana, sena } = people;

export type Story = {
  /** Carries a command out; fails the test where it is refused. */
  readonly does: (actor: Actor, order: Order) => Promise<void>;
  /** A case with one account, a finding, and evidence; `lead` where there is one already. */
  readonly investigate: (caseId: string, account: string, lead?: string) => Promise<void>;
  /** A decision about the account of such a case; gives its id. */
  readonly decide: (
    caseId: string,
    account: string,
    types: readonly MeasureType[],
    more?: Partial<ProposedItem>,
  ) => Promise<string>;
  /** An item of the account's, held back in an emergency. */
  readonly hold: (id: string, account: string) => Promise<void>;
  /** The ledger takes what is owed, then notices go out. Gives how many were tried. */
  readonly send: () => Promise<number>;
  /** The platform passes on every notice that it is asked for, as it says. Gives their ids. */
  readonly passOn: (outcome?: "delivered" | "failed" | "contact_unknown") => Promise<readonly string[]>;
};

/** People at work on cases, by `house.clock`. */
export function openStory(house: House): Story {
  const does: Story["does"] = async (actor, order) => {
    const answer = await house.desk.execute(order, { actor, at: house.clock.at });
    if (answer.kind !== "done") expect.fail(`${order.object} ${order.command.kind}: ${JSON.stringify(answer)}`);
  };
  const send = async (): Promise<number> => {
    await house.notarising.run();
    return house.sendNotices(house.clock.at);
  };
  let heard = 0;
  let hasRule = false;
  return {
    does,
    investigate: async (caseId, account, lead) => {
      const from = lead ?? `lead-of-${caseId}`;
      if (lead === undefined) await does(detector, { object: "lead", id: from, command: pieces.detectedLead() });
      const accept = { kind: "accept", caseId, priority: "P2", caseType: "fraud" } as const;
      await does(tian, { object: "lead", id: from, command: accept });
      const evidence = `e-${caseId}`;
      await does(ana, { object: "case", id: caseId, command: { kind: "assign", conflict: null } });
      const item = pieces.evidenceOf(evidence, account);
      await does(ana, { object: "case", id: caseId, command: { kind: "add_evidence", item } });
      const finding = pieces.findingOf(account, { evidence: [evidence] });
      await does(ana, { object: "case", id: caseId, command: { kind: "record_finding", finding } });
    },
    decide: async (caseId, account, types, more = {}) => {
      if (!hasRule) await bringRuleIntoForce(house.desk, house.clock.at);
      hasRule = true;
      const decision = `d-${caseId}`;
      const base = pieces.proposedItem(account, types, { decision, ...more });
      const measures = base.measures.map((planned) => ({ ...planned, id: `${decision}-${planned.type}` }));
      const command = {
        kind: "propose",
        items: [{ ...base, measures }],
        emergency: false,
        hearingSkipped: "would defeat it",
      } as const;
      await does(ana, { object: "case", id: caseId, command });
      await does(sena, { object: "case", id: caseId, command: { kind: "approve", statement: "agreed" } });
      return decision;
    },
    hold: async (id, account) => {
      const { statement } = pieces.actionOpening(account, ["disable_item"]);
      if (statement === null) expect.fail("A disabled item has a statement.");
      await does(tian, {
        object: "hold",
        id,
        command: {
          kind: "place",
          item: "post-3",
          author: account,
          slot: "item",
          trigger: "person_emergency",
          decision: null,
          statement: { ...statement, end_date_visibility_restriction: "2026-03-05" },
          redress: pieces.redress,
        },
      });
    },
    send,
    passOn: async (outcome = "delivered") => {
      await send();
      const fresh = (await house.listNotices()).filter(
        ({ sequence, kind }) => sequence > heard && kind === "notice.send",
      );
      heard = fresh.at(-1)?.sequence ?? heard;
      const ids = fresh.map(({ data }) => (data as { readonly notice: string }).notice);
      for (const id of ids) expect(await house.noticeDesk.noteDelivery(id, outcome)).toMatchObject({ kind: "done" });
      await house.notarising.run();
      return ids;
    },
  };
}
