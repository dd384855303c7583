import { describe, expect, it } from "vitest";
import { dayMs } from "../kernel/time.ts";
import { detectedLead, fullNotice, twoAxes } from "../testing/pieces.ts";
import { people } from "../testing/people.ts";
import { play } from "../testing/play.ts";
import { tableLaw } from "../testing/table-law.ts";
import { leadStatuses } from "./lead.ts";
import { leadMachine } from "./lead-machine.ts";

const { detector, rob, flo, tian, ana, clock, lia } = people;
const accept = { kind: "accept", caseId: "case-1", priority: "P2", caseType: "campaign" } as const;

describe("leads", () => {
  tableLaw(leadMachine, leadStatuses, ["open", "complete", "see_preview", "dismiss", "merge", "accept", "expire"]);

  it("CW-20 a detector opens a lead on two axes, never on coordination alone", () => {
    const lead = play(leadMachine);
    expect(lead.refused(detector, detectedLead({ signals: [twoAxes[0]] }))).toBe("one_axis_only");
    lead.does(detector, detectedLead());
    expect(lead.state().status).toBe("lead_open");
    expect(lead.state().expiresAt).toBe(lead.at() + 30 * dayMs);
  });

  it("CW-21 nobody opens a lead in somebody else's name", () => {
    const lead = play(leadMachine);
    expect(lead.refused(ana, detectedLead())).toBe("source_not_yours");
    expect(lead.refused(detector, detectedLead({ source: "analyst" }))).toBe("source_not_yours");
    expect(lead.refused(lia, detectedLead({ source: "reporter", notice: fullNotice }))).toBe("source_not_yours");
    expect(lead.does({ id: "both", roles: ["reporter", "analyst"] }, detectedLead({ source: "analyst" }))[0]?.as).toBe(
      "analyst",
    );
  });

  it("CW-22 an incomplete notice goes back to its author once, and cannot become a case before", () => {
    const lead = play(leadMachine);
    const notice = { ...fullNotice, inGoodFaith: false, email: "nowhere" };
    const [event] = lead.does(rob, detectedLead({ source: "reporter", signals: [], reason: "copied", notice }));
    expect(event).toMatchObject({ kind: "lead_opened", missing: ["email", "inGoodFaith"] });
    expect(lead.state().status).toBe("lead_returned");
    expect(lead.refused(tian, accept)).toBe("notice_incomplete");
    expect(lead.refused(flo, { kind: "complete", notice: fullNotice })).toBe("not_yours");
    lead.does(rob, { kind: "complete", notice: fullNotice });
    expect(lead.state().status).toBe("lead_open");
    expect(lead.refused(rob, { kind: "complete", notice: fullNotice })).toBe("notice_not_returned");
    lead.does(tian, accept);
    expect(lead.state()).toMatchObject({ status: "lead_accepted", into: "case-1" });
  });

  it("CW-22 a report of child sexual abuse may be anonymous", () => {
    const lead = play(leadMachine);
    const notice = { ...fullNotice, name: "", email: "", mayBeAnonymous: true };
    lead.does(rob, detectedLead({ source: "reporter", signals: [], reason: "abuse", notice }));
    expect(lead.state().status).toBe("lead_open");
  });

  it("CW-23 a case needs two independent families, a complete notice or an order", () => {
    const one = play(leadMachine);
    const twice = [
      { ...twoAxes[0], family: "origin" },
      { ...twoAxes[1], family: "origin" },
    ];
    one.does(detector, detectedLead({ signals: twice }));
    expect(one.refused(tian, accept)).toBe("too_little_for_a_case");
    const order = play(leadMachine);
    const content = { source: "authority", signals: [], reason: "order 7" } as const;
    expect(order.refused(lia, detectedLead(content))).toBe("reference_missing");
    order.does(lia, detectedLead({ ...content, request: "request-7" }));
    order.does(tian, accept);
    expect(order.state().status).toBe("lead_accepted");
  });

  it("CW-24 a learning detector alerts nobody until a person has seen its preview", () => {
    const lead = play(leadMachine);
    lead.does(detector, detectedLead({ learning: true }));
    expect(lead.refused(tian, accept)).toBe("preview_unseen");
    lead.does(ana, { kind: "see_preview" });
    lead.does(tian, accept);
  });

  it("CW-25 a lead ends by dismissal, merging or its time, each with its reason", () => {
    const dismissed = play(leadMachine);
    dismissed.does(detector, detectedLead());
    dismissed.does(tian, { kind: "dismiss", reason: "authentic" });
    expect(dismissed.state()).toMatchObject({ status: "lead_dismissed", dismissal: "authentic" });
    expect(dismissed.refused(tian, accept)).toBe("lead_dismissed");

    const merged = play(leadMachine);
    merged.does(detector, detectedLead());
    merged.does(tian, { kind: "merge", into: "lead-0" });
    expect(merged.refused(tian, accept)).toBe("lead_merged");

    const expired = play(leadMachine);
    expired.does(detector, detectedLead());
    expect(expired.refused(clock, { kind: "expire" })).toBe("too_early");
    expect(leadMachine.due(expired.state(), expired.at())).toEqual([]);
    expired.wait(30 * dayMs);
    expect(leadMachine.due(expired.state(), expired.at())).toEqual([{ kind: "expire" }]);
    expired.does(clock, { kind: "expire" });
    expect(expired.state().status).toBe("lead_expired");
    expect(leadMachine.due(expired.state(), expired.at())).toEqual([]);
  });

  it("CW-25 the service joins leads of a detector that turned out to be one, and nobody else's", () => {
    const own = play(leadMachine);
    own.does(detector, detectedLead());
    const [event] = own.does(clock, { kind: "merge", into: "lead-0" });
    expect([event?.as, own.state().into]).toEqual(["system", "lead-0"]);
    const seen = play(leadMachine);
    seen.does(ana, detectedLead({ source: "analyst" }));
    expect(seen.refused(clock, { kind: "merge", into: "lead-0" })).toBe("not_yours");
  });

  it("CW-6 refuses a network address as the id of an account", () => {
    expect(play(leadMachine).refused(detector, detectedLead({ refs: ["203.0.113.9"] }))).toBe("id_not_opaque");
  });
});
