import { expect, it } from "vitest";
import { requestMachine } from "../authority/request-machine.ts";
import { determinationMachine } from "../determinations/determination-machine.ts";
import { leadMachine } from "../leads/lead-machine.ts";
import { operationMachine } from "../operations/operation.ts";
import { reviewMachine } from "../reviews/self-review.ts";
import { dayMs } from "../kernel/time.ts";
import { detectedLead, fullNotice } from "../testing/pieces.ts";
import { monday, people } from "../testing/people.ts";
import { play } from "../testing/play.ts";
import { workspaceMachine } from "../victims/victim-workspace.ts";

const { detector, tian, rob, ana, lia, eda, sena, cho, clock, vic, adm } = people;
const sha256 = "0f".repeat(32);

it("CW-7 a lead refuses what it could not be found by, or says nothing", () => {
  const lead = play(leadMachine);
  expect(lead.refused(detector, detectedLead({ refs: [] }))).toBe("reference_missing");
  expect(lead.refused(ana, detectedLead({ source: "analyst", signals: [], reason: " " }))).toBe("reason_missing");
  expect(lead.refused(rob, detectedLead({ source: "reporter", notice: null }))).toBe("notice_incomplete");
  lead.does(rob, detectedLead({ source: "reporter", notice: fullNotice }));
  const accept = { kind: "accept", caseId: "case-1", priority: "P2", caseType: "fraud" } as const;
  expect(lead.refused(tian, { ...accept, caseId: "::1" })).toBe("id_not_opaque");
  expect(lead.refused(tian, { ...accept, caseType: "rumour" as "fraud" })).toBe("case_type_unknown");
  expect(lead.refused(tian, { ...accept, priority: "P9" as "P0" })).toBe("priority_missing");
  expect(lead.refused(tian, { kind: "dismiss", reason: "boring" as "opinion" })).toBe("reason_missing");
  expect(lead.refused(tian, { kind: "merge", into: "" })).toBe("reference_missing");
});

it("CW-7 a request is answered, returned and refused with reasons", () => {
  const request = play(requestMachine);
  const fields = { authority: "Court", country: "DE", channel: "desk", legalBasis: "1", explanation: "x" } as const;
  const rest = { items: ["p1"], asksFor: ["item_copy"], redress: "y", deadline: null, secrecy: null } as const;
  request.does(lia, { kind: "receive", ...fields, ...rest });
  request.does(lia, { kind: "validate" });
  expect(request.refused(lia, { kind: "return", missing: [] })).toBe("fields_missing");
  expect(request.refused(lia, { kind: "refuse", reason: " " })).toBe("reason_missing");
  request.does(lia, { kind: "propose_answer", items: ["p1"] });
  request.does(lia, { kind: "tell_user" });
  expect(request.refused(lia, { kind: "tell_user" })).toBe("delivered_already");
  expect(request.refused(people.leo, { kind: "approve_answer", reason: "" })).toBe("reason_missing");
});

it("CW-7 a determination takes sources with ids and references, and verdicts with words", () => {
  const claim = play(determinationMachine);
  expect(claim.refused(eda, { kind: "start", claim: " ", checkable: true })).toBe("reference_missing");
  claim.does(eda, { kind: "start", claim: "Closed.", checkable: true });
  const source = { id: "s1", kind: "document", reference: "a record" } as const;
  expect(claim.refused(eda, { kind: "add_source", source: { ...source, id: "::1" } })).toBe("id_not_opaque");
  expect(claim.refused(eda, { kind: "add_source", source: { ...source, reference: "" } })).toBe("reference_missing");
  expect(claim.refused(eda, { kind: "add_source", source: { ...source, kind: "rumour" as "press" } })).toBe(
    "reference_missing",
  );
  claim.does(eda, { kind: "add_source", source });
  expect(claim.refused(eda, { kind: "add_source", source })).toBe("id_twice");
  claim.does(eda, { kind: "add_source", source: { ...source, id: "s2" } });
  const draft = { kind: "draft", verdict: "false", text: "Open.", rightOfReply: "Asked." } as const;
  expect(claim.refused(eda, { ...draft, text: " " })).toBe("reason_missing");
  expect(claim.refused(eda, { kind: "set_aside", reason: "" })).toBe("reason_missing");
  claim.does(eda, draft);
  expect(claim.refused(people.edo, { kind: "review_first", agrees: true, reason: "" })).toBe("reason_missing");
  claim.does(people.edo, { kind: "review_first", agrees: true, reason: "x" });
  claim.does(people.edi, { kind: "review_second", agrees: true, reason: "x" });
  claim.does(eda, { kind: "publish" });
  expect(claim.refused(rob, { kind: "ask_correction", request: "::1", text: "x" })).toBe("id_not_opaque");
  expect(claim.refused(rob, { kind: "ask_correction", request: "r1", text: " " })).toBe("reason_missing");
  claim.does(rob, { kind: "ask_correction", request: "r1", text: "x" });
  expect(claim.refused(eda, { kind: "answer_correction", request: "r1", answer: "" })).toBe("reason_missing");
  const { kind: _, ...text } = draft;
  expect(claim.refused(eda, { kind: "propose_correction", ...text, reason: "" })).toBe("reason_missing");
});

it("CW-7 an operation has a name, a scope and cases by id", () => {
  const operation = play(operationMachine);
  const start = { kind: "start", name: "Autumn", scope: "trade", endsAt: monday + dayMs } as const;
  expect(operation.refused(sena, { ...start, name: "" })).toBe("reason_missing");
  expect(operation.refused(sena, { ...start, scope: " " })).toBe("reason_missing");
  operation.does(sena, start);
  expect(operation.refused(ana, { kind: "add_case", caseId: "::1" })).toBe("id_not_opaque");
  const renew = { kind: "renew", endsAt: monday + 2 * dayMs, newEvidence: ["e1"], reason: "x" } as const;
  const sel = { id: "sel", roles: ["senior"] } as const;
  expect(operation.refused(sel, { ...renew, reason: "" })).toBe("reason_missing");
  expect(operation.refused(sel, { ...renew, endsAt: monday + 99 * dayMs })).toBe("sunset_out_of_range");
  expect(operation.refused(sena, { kind: "end", reason: "" })).toBe("reason_missing");
  operation.does(sena, { kind: "end", reason: "done" });
  expect(operation.refused(sena, { kind: "report", text: "" })).toBe("reason_missing");
});

it("CW-7 a self-review names its gaps once, and closes them with proof", () => {
  const review = play(reviewMachine);
  review.does(clock, { kind: "open", caseId: "case-1" });
  const gap = {
    kind: "record_gap",
    gap: "g1",
    gapKind: "late",
    text: "x",
    owner: "ana",
    dueAt: monday + dayMs,
  } as const;
  expect(review.refused(ana, { ...gap, gap: "::1" })).toBe("id_not_opaque");
  expect(review.refused(ana, { ...gap, gapKind: "blame" as "late" })).toBe("reason_missing");
  review.does(ana, gap);
  expect(review.refused(ana, gap)).toBe("id_twice");
  expect(review.refused(adm, { kind: "close_gap", gap: "g1", proof: " " })).toBe("reason_missing");
  expect(review.refused(cho, { kind: "finish", summary: "" })).toBe("reason_missing");
});

it("CW-7 a workspace shares evidence that is there, with an active desk, for a purpose, until a date", () => {
  const room = play(workspaceMachine, workspaceMachine.initial, { related: { activeDesks: ["desk-1"] } });
  expect(room.refused(vic, { kind: "open", owner: "::1", isMinor: false })).toBe("id_not_opaque");
  room.does(vic, { kind: "open", owner: "vic", isMinor: false });
  expect(room.refused(vic, { kind: "protect", what: ["thoughts" as "messages"] })).toBe("reference_missing");
  const item = { id: "v1", sha256, capturedAt: monday };
  expect(room.refused(vic, { kind: "capture", item: { ...item, sha256: "0f" } })).toBe("evidence_malformed");
  expect(room.refused(vic, { kind: "capture", item: { ...item, id: "::1" } })).toBe("evidence_malformed");
  room.does(vic, { kind: "capture", item });
  expect(room.refused(vic, { kind: "capture", item })).toBe("id_twice");
  const share = { desk: "desk-1", evidence: ["v1"], purpose: "x", until: monday + dayMs };
  expect(room.refused(vic, { kind: "share", share: { ...share, desk: "desk-9" } })).toBe("desk_not_active");
  expect(room.refused(vic, { kind: "share", share: { ...share, purpose: " " } })).toBe("reason_missing");
  expect(room.refused(vic, { kind: "share", share: { ...share, until: monday } })).toBe("date_out_of_range");
  expect(room.refused(vic, { kind: "follow_case", caseId: "::1" })).toBe("id_not_opaque");
  room.does(vic, { kind: "follow_case", caseId: "case-1" });
  expect(room.refused(vic, { kind: "follow_case", caseId: "case-1" })).toBe("already_there");
});
