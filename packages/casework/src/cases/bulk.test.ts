import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caseOpening, evidenceOf, findingOf, proposedItem } from "../testing/pieces.ts";
import { people } from "../testing/people.ts";
import { play } from "../testing/play.ts";
import { drawSample, previewItems } from "./bulk.ts";
import { caseMachine } from "./case-machine.ts";

const { clock, ana, cho, ben } = people;
const names = (count: number) => Array.from({ length: count }, (_, index) => `a${index}`);

/** A campaign of `count` accounts, proposed for interaction limits and waiting for the second person. */
function proposedCampaign(count: number) {
  const file = play(caseMachine);
  file.does(clock, caseOpening());
  file.does(ana, { kind: "assign", conflict: null });
  for (const account of names(count)) {
    file.does(ana, { kind: "add_evidence", item: evidenceOf(`e-${account}`, account) });
    file.does(ana, { kind: "record_finding", finding: findingOf(account) });
  }
  const items = names(count).map((account) => proposedItem(account, ["restrict_interaction"]));
  const propose = { kind: "propose", items, emergency: false, hearingSkipped: null } as const;
  return { file, propose };
}

describe("bulk decisions", () => {
  it("CW-50 hold at most 200 accounts", () => {
    const { file, propose } = proposedCampaign(201);
    expect(file.refused(ana, propose)).toBe("bulk_too_large");
    file.does(ana, { ...propose, items: propose.items.slice(0, 200) });
  });

  it("CW-51 need a blind sample of 20, drawn by the server's seed and judged by whoever approves", () => {
    const { file, propose } = proposedCampaign(150);
    file.does(ana, propose);
    const approve = { kind: "approve", statement: "agreed" } as const;
    expect(file.refused(cho, approve)).toBe("sample_not_drawn");
    expect(file.refused(ana, { kind: "act_alone", reason: "x" })).toBe("second_person_needed");
    expect(file.refused(ana, { kind: "draw_sample", seed: 7 })).toBe("role_may_not");
    file.does(clock, { kind: "draw_sample", seed: 7 });
    expect(file.refused(clock, { kind: "draw_sample", seed: 8 })).toBe("sample_drawn_already");
    const { proposal } = file.state();
    const sample = proposal?.kind === "action" ? (proposal.sample ?? []) : [];
    expect(sample.length).toBe(20);
    expect(file.refused(cho, approve)).toBe("sample_not_judged");
    const outside = names(150).find((account) => !sample.includes(account)) ?? "";
    const judge = { kind: "judge_blind", role: "operator" } as const;
    expect(file.refused(cho, { ...judge, account: outside })).toBe("not_in_sample");
    for (const account of sample) file.does(cho, { ...judge, account });
    expect(file.refused(cho, { ...judge, account: sample[0] ?? "" })).toBe("judged_already");
    // Somebody else's judgement does not stand in for one's own.
    expect(file.refused(ben, approve)).toBe("sample_not_judged");
    file.does(cho, approve);
  });

  it("CW-52 are not approved against the blind sample", () => {
    const { file, propose } = proposedCampaign(3);
    file.does(ana, propose);
    file.does(clock, { kind: "draw_sample", seed: 1 });
    for (const account of ["a0", "a1"]) file.does(cho, { kind: "judge_blind", account, role: "organiser" });
    file.does(cho, { kind: "judge_blind", account: "a2", role: "bystander" });
    expect(file.refused(cho, { kind: "approve", statement: "agreed" })).toBe("sample_disagrees");
    file.does(cho, { kind: "reject", reason: "a2 replied once." });
  });

  it("CW-53 begin with the sampled accounts and go on in stages; undoing takes all of it back", () => {
    const { file, propose } = proposedCampaign(150);
    file.does(ana, propose);
    file.does(clock, { kind: "draw_sample", seed: 3 });
    const { proposal } = file.state();
    const sample = proposal?.kind === "action" ? (proposal.sample ?? []) : [];
    for (const account of sample) file.does(cho, { kind: "judge_blind", account, role: "operator" });
    file.does(cho, { kind: "approve", statement: "agreed" });
    const tally = () => {
      const marks = Object.values(file.state().decisions);
      return marks.reduce<Record<string, number>>((sum, mark) => ({ ...sum, [mark]: (sum[mark] ?? 0) + 1 }), {});
    };
    expect(tally()).toEqual({ open: 20, waiting: 130 });
    file.does(cho, { kind: "release_stage" });
    expect(tally()).toEqual({ open: 80, waiting: 70 });
    expect(file.refused(cho, { kind: "undo_bulk", reason: " " })).toBe("reason_missing");
    const [event] = file.does(cho, { kind: "undo_bulk", reason: "The device list was wrong." });
    expect(event).toMatchObject({ kind: "bulk_undone" });
    expect(event?.kind === "bulk_undone" && [event.decisions.length, event.dropped.length]).toEqual([80, 70]);
    expect(tally()).toEqual({ open: 80, dropped: 70 });
    expect(file.refused(cho, { kind: "release_stage" })).toBe("no_stage_waits");
    expect(file.refused(cho, { kind: "undo_bulk", reason: "again" })).toBe("not_bulk");
  });

  it("CW-54 are previewed: what would happen to how many, before anybody approves", () => {
    const { file, propose } = proposedCampaign(4);
    const [proposed] = file.does(ana, propose);
    const items = proposed?.kind === "proposed" && proposed.proposal.kind === "action" ? proposed.proposal.items : [];
    expect(previewItems(items)).toEqual({
      accounts: 4,
      byMeasure: { restrict_interaction: 4 },
      byRole: { operator: 4 },
      byCategory: { STATEMENT_CATEGORY_SCAMS_AND_FRAUD: 4 },
    });
  });

  it("CW-51 the same seed draws the same sample, without replacement, and every account can be drawn", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 60 }), (seed, count) => {
        const sample = drawSample(names(count), 20, seed);
        expect(new Set(sample).size).toBe(Math.min(20, count));
        expect(sample.every((account) => names(count).includes(account))).toBe(true);
        expect(drawSample(names(count).reverse(), 20, seed)).toEqual(sample);
      }),
      { seed: 51 },
    );
    const drawn = names(40).map(() => 0);
    for (let seed = 0; seed < 2000; seed += 1) {
      for (const account of drawSample(names(40), 20, seed)) drawn[Number(account.slice(1))] += 1;
    }
    // Expected 1,000 each with a standard deviation of 22.4; five of them on either side.
    for (const times of drawn) expect(Math.abs(times - 1000)).toBeLessThan(112);
  });
});
