import { describe, expect, it } from "vitest";
import { addMonths, dayMs } from "../kernel/time.ts";
import { operationKinds, operationMachine, operationStatuses } from "../operations/operation.ts";
import { registerKinds, registerMachine, registerStatuses } from "../register/register-entry.ts";
import { reporterKinds, reporterMachine, reporterStatuses } from "../reporters/reporter-record.ts";
import { reviewKinds, reviewMachine, reviewStatuses } from "../reviews/self-review.ts";
import { transferKinds, transferMachine, transferStatuses } from "../transfers/transfer.ts";
import { unmaskKinds, unmaskMachine, unmaskStatuses } from "../unmasking/unmasking.ts";
import { workspaceKinds, workspaceMachine, workspaceStatuses } from "../victims/victim-workspace.ts";
import { monday, people } from "./people.ts";
import { play } from "./play.ts";
import { tableLaw } from "./table-law.ts";

const { clock, ana, cho, sena, aud, rei, lia, vic, sup, tian, adm } = people;
const sel = { id: "sel", roles: ["senior"] } as const;
const key = "0f".repeat(32);

describe("the block register", () => {
  tableLaw(registerMachine, registerStatuses, registerKinds);
  const enter = { kind: "enter", key, decision: "d-1", rule: { id: "IA-1", version: "3" } } as const;

  it("CW-86 holds a keyed pseudonym for six months, a year at most, and keeps no key of what is gone", () => {
    const entry = play(registerMachine);
    expect(entry.refused(clock, { ...enter, key: "李雷" })).toBe("register_key_malformed");
    entry.does(clock, enter);
    expect(entry.state().expiresAt).toBe(addMonths(entry.at(), 6));
    expect(entry.refused(clock, { kind: "expire" })).toBe("too_early");
    entry.wait(190 * dayMs);
    entry.does(clock, { kind: "expire" });
    expect(entry.state()).toMatchObject({ status: "expired", key: null });
    expect(entry.refused(clock, enter)).toBe("register_over");
    const long = play(registerMachine);
    long.does(clock, enter, { settings: { registerMonths: 99 } });
    expect(long.state().expiresAt).toBe(addMonths(long.at(), 12));
  });

  it("CW-87 is looked into by two roles with a reason, each time counted; it cannot be listed", () => {
    const entry = play(registerMachine);
    entry.does(clock, enter);
    expect(entry.refused(ana, { kind: "look_up", reason: "curious" })).toBe("role_may_not");
    expect(entry.refused(aud, { kind: "look_up", reason: "" })).toBe("reason_missing");
    entry.does(aud, { kind: "look_up", reason: "subject access" });
    expect(entry.state().lookUps).toBe(1);
    expect(registerKinds).not.toContain("list");
  });

  it("CW-88 lets go of an entry when its decision falls", () => {
    const entry = play(registerMachine);
    entry.does(clock, enter);
    entry.does(clock, { kind: "delete", decision: "d-1" });
    expect(entry.state()).toMatchObject({ status: "deleted", key: null });
  });
});

describe("operations", () => {
  tableLaw(operationMachine, operationStatuses, operationKinds);
  const start = { kind: "start", name: "Autumn", scope: "account trade", endsAt: monday + 60 * dayMs } as const;

  it("CW-150 end by themselves within 90 days, and have no field for a target", () => {
    const operation = play(operationMachine);
    expect(operation.refused(sena, { ...start, endsAt: monday + 91 * dayMs })).toBe("sunset_out_of_range");
    expect(operation.refused(sena, { ...start, endsAt: monday })).toBe("sunset_out_of_range");
    operation.does(sena, start);
    operation.does(ana, { kind: "add_case", caseId: "case-1" });
    expect(operation.refused(ana, { kind: "add_case", caseId: "case-1" })).toBe("already_there");
    operation.wait(60 * dayMs);
    operation.does(clock, { kind: "expire" });
    operation.does(sena, { kind: "report", text: "12 cases, 3 of them reversed." });
    expect(operation.state().status).toBe("reported");
    expect(Object.keys(operation.state()).filter((name) => /target|goal|quota|count/.test(name))).toEqual([]);
  });

  it("CW-151 are renewed by a second person and on new evidence", () => {
    const operation = play(operationMachine);
    operation.does(sena, start);
    const renew = { kind: "renew", endsAt: monday + 90 * dayMs, newEvidence: ["e-9"], reason: "a new ring" } as const;
    expect(operation.refused(sena, renew)).toBe("own_proposal");
    expect(operation.refused(sel, { ...renew, newEvidence: [] })).toBe("new_evidence_missing");
    operation.does(sel, renew);
    expect(operation.state()).toMatchObject({ renewals: 1, endsAt: monday + 90 * dayMs });
  });
});

describe("self-reviews", () => {
  tableLaw(reviewMachine, reviewStatuses, reviewKinds);

  it("CW-152 record what our own controls missed, with an owner and a date, until it is mended and shown", () => {
    const review = play(reviewMachine);
    review.does(clock, { kind: "open", caseId: "case-1" });
    const gap = {
      kind: "record_gap",
      gap: "g1",
      gapKind: "late",
      text: "The lead lay for six days.",
      owner: "ana",
      dueAt: monday + dayMs,
    } as const;
    expect(review.refused(ana, { ...gap, owner: "" })).toBe("reason_missing");
    expect(review.refused(ana, { ...gap, dueAt: monday })).toBe("date_out_of_range");
    review.does(ana, gap);
    review.does(sena, { kind: "finish", summary: "Alerts went to one person." });
    expect(review.state().status).toBe("finished");
    expect(review.refused(adm, { kind: "close_gap", gap: "g2", proof: "x" })).toBe("gap_unknown");
    review.does(adm, { kind: "close_gap", gap: "g1", proof: "two people are alerted" });
    expect(review.state().status).toBe("settled");
    const clean = play(reviewMachine);
    clean.does(clock, { kind: "open", caseId: "case-2" });
    clean.does(cho, { kind: "finish", summary: "Nothing was missed." });
    expect(clean.state().status).toBe("settled");
  });
});

describe("transfers to partner desks", () => {
  tableLaw(transferMachine, transferStatuses, transferKinds);
  const content = {
    desk: "desk-health",
    purpose: "a question of fact",
    question: "Is the dose right?",
    fields: ["claim"],
    returnBy: monday + 5 * dayMs,
  } as const;
  const send = { kind: "send", caseId: "case-1", content } as const;

  it("CW-153 show the fields that the question needs, to an active desk, until a date; nothing is shared on", () => {
    const transfer = play(transferMachine, transferMachine.initial, { related: { activeDesks: ["desk-health"] } });
    const sent = (more: Partial<typeof content>) =>
      transfer.refused(clock, { ...send, content: { ...content, ...more } });
    expect(sent({ purpose: " " as typeof content.purpose })).toBe("reason_missing");
    expect(transfer.refused(clock, { ...send, content: { ...content, fields: [] } })).toBe("fields_missing");
    expect(transfer.refused(clock, { ...send, content: { ...content, fields: ["reporter"] } })).toBe(
      "field_not_shareable",
    );
    expect(transfer.refused(clock, { ...send, content: { ...content, returnBy: monday + 91 * dayMs } })).toBe(
      "date_out_of_range",
    );
    expect(transfer.refused(clock, send, { related: { activeDesks: [] } })).toBe("desk_not_active");
    transfer.does(clock, send);
    expect(transferKinds).toEqual(["send", "answer", "recall", "lapse"]);
    transfer.wait(5 * dayMs);
    expect(transferMachine.due(transfer.state(), transfer.at())).toEqual([{ kind: "lapse" }]);
    transfer.does(lia, { kind: "answer", text: "It is." });
    expect(transfer.refused(lia, { kind: "recall", reason: "x" })).toBe("transfer_over");
  });
});

describe("unmasking", () => {
  tableLaw(unmaskMachine, unmaskStatuses, unmaskKinds);

  it("CW-154 of a network pseudonym takes two people, one of them the auditor, and a case", () => {
    const unmasking = play(unmaskMachine);
    const request = { kind: "request", pseudonym: "n-4f", caseId: "case-1", reason: "a second ring" } as const;
    expect(unmasking.refused(ana, { ...request, caseId: "" })).toBe("id_not_opaque");
    expect(unmasking.refused(ana, { ...request, pseudonym: "203.0.113.9" })).toBe("id_not_opaque");
    unmasking.does(ana, request);
    expect(unmasking.refused({ id: "ana", roles: ["auditor"] }, { kind: "grant", reason: "x" })).toBe("own_proposal");
    unmasking.does(aud, { kind: "grant", reason: "needed and narrow" });
    expect(unmasking.state().status).toBe("granted");
  });
});

describe("reporters", () => {
  tableLaw(reporterMachine, reporterStatuses, reporterKinds);
  const record = (outcome: "founded" | "unfounded" | "manifestly_unfounded") =>
    ({ kind: "record", notice: "lead-1", outcome }) as const;
  const suspend = { kind: "suspend", of: "notices", gravity: "floods the desk", intent: "announced it" } as const;

  it("CW-155 are suspended only after a warning and more of the same; being wrong in good faith counts for nothing", () => {
    const reporter = play(reporterMachine);
    for (let turn = 0; turn < 9; turn += 1) reporter.does(clock, record("unfounded"));
    const warn = { kind: "warn", reason: "five copies of one notice" } as const;
    expect(reporter.refused(tian, warn)).toBe("below_threshold");
    expect(reporter.refused(cho, suspend)).toBe("not_warned_reporter");
    for (let turn = 0; turn < 9; turn += 1) reporter.does(clock, record("manifestly_unfounded"));
    reporter.does(tian, warn);
    expect(reporter.refused(cho, suspend)).toBe("not_warned_reporter");
    reporter.does(clock, record("manifestly_unfounded"));
    expect(reporter.refused(cho, { ...suspend, intent: "" })).toBe("reason_missing");
    reporter.does(cho, suspend);
    expect(reporter.state().suspendedUntil).toBe(reporter.at() + 90 * dayMs);
    reporter.wait(90 * dayMs);
    expect(reporterMachine.due(reporter.state(), reporter.at())).toEqual([{ kind: "expire" }]);
    reporter.does(clock, { kind: "expire" });
    expect(reporter.state()).toMatchObject({ status: "good_standing", manifestlyUnfounded: 0 });
  });

  it("CW-155 are let off by whoever decides appeals", () => {
    const reporter = play(reporterMachine);
    for (let turn = 0; turn < 3; turn += 1) reporter.does(clock, record("manifestly_unfounded"));
    reporter.does(tian, { kind: "warn", reason: "three" });
    reporter.does(rei, { kind: "lift", reason: "They were right after all." });
    expect(reporter.state().status).toBe("good_standing");
  });
});

describe("the victim's workspace", () => {
  tableLaw(workspaceMachine, workspaceStatuses, workspaceKinds);

  it("CW-156 is the victim's: one contact, protection by one key, and nothing shared that they did not share", () => {
    const room = play(workspaceMachine, workspaceMachine.initial, { related: { activeDesks: ["desk-police"] } });
    expect(room.refused(vic, { kind: "open", owner: "a1", isMinor: false })).toBe("not_yours");
    room.does(sup, { kind: "open", owner: "vic", isMinor: true });
    expect(room.refused(sup, { kind: "protect", what: ["mentions"] })).toBe("not_assigned");
    room.does(sup, { kind: "assign_contact" });
    expect(room.refused({ id: "sue", roles: ["victim_support"] }, { kind: "assign_contact" })).toBe("assigned_already");
    room.does(sup, { kind: "protect", what: ["mentions", "messages"] });
    expect(room.state().protection).toEqual(["messages", "mentions"]);
    room.does(vic, { kind: "capture", item: { id: "v1", sha256: key, capturedAt: monday } });
    const share = { desk: "desk-police", evidence: ["v1"], purpose: "a complaint", until: monday + dayMs };
    expect(room.refused(sup, { kind: "share", share })).toBe("role_may_not");
    expect(room.refused({ id: "v2", roles: ["victim"] }, { kind: "share", share })).toBe("not_yours");
    expect(room.refused(vic, { kind: "share", share: { ...share, evidence: ["v2"] } })).toBe("evidence_unknown");
    room.does(vic, { kind: "share", share });
    room.does(vic, { kind: "withdraw_share", desk: "desk-police" });
    expect(room.refused(vic, { kind: "withdraw_share", desk: "desk-police" })).toBe("share_unknown");
    room.does(vic, { kind: "share", share });
    room.does(vic, { kind: "close" });
    expect(room.state()).toMatchObject({ status: "closed", shares: {} });
  });
});
