import { describe, expect, it } from "vitest";
import { defaultSettings } from "../kernel/settings.ts";
import { dayMs } from "../kernel/time.ts";
import { people } from "../testing/people.ts";
import { play } from "../testing/play.ts";
import { tableLaw } from "../testing/table-law.ts";
import { determinationKinds, determinationStatuses, verdicts, type SourceKind } from "./determination.ts";
import { determinationMachine } from "./determination-machine.ts";

const { eda, edo, edi } = people;
const draft = {
  kind: "draft",
  verdict: "false",
  text: "The bridge was open all day.",
  rightOfReply: "Asked on Monday; no answer.",
} as const;
const agree = { agrees: true, reason: "checked" } as const;

function researched(...kinds: readonly SourceKind[]) {
  const claim = play(determinationMachine);
  claim.does(eda, { kind: "start", claim: "The bridge is closed.", checkable: true });
  kinds.forEach((kind, index) => {
    claim.does(eda, { kind: "add_source", source: { id: `s${index}`, kind, reference: `record ${index}` } });
  });
  return claim;
}

function published() {
  const claim = researched("document", "witness");
  claim.does(eda, draft);
  claim.does(edo, { kind: "review_first", ...agree });
  claim.does(edi, { kind: "review_second", ...agree });
  claim.does(eda, { kind: "publish" });
  return claim;
}

describe("determinations", () => {
  tableLaw(determinationMachine, determinationStatuses, determinationKinds);

  it("CW-140 take an author and two reviewers, three people by id", () => {
    const claim = researched("document", "witness");
    claim.does(eda, draft);
    expect(claim.refused(eda, { kind: "review_first", ...agree })).toBe("same_editor");
    claim.does(edo, { kind: "review_first", ...agree });
    expect(claim.refused(edo, { kind: "review_second", ...agree })).toBe("same_editor");
    expect(claim.refused(eda, { kind: "review_second", ...agree })).toBe("same_editor");
    expect(claim.refused(eda, { kind: "publish" })).toBe("determination_step");
    claim.does(edi, { kind: "review_second", agrees: false, reason: "One source is copied from the other." });
    expect(claim.state()).toMatchObject({ status: "researching", reviewer1: null });
    expect(published().state().versions).toMatchObject([{ number: 1, author: "eda", reviewers: ["edo", "edi"] }]);
  });

  it("CW-141 do not judge opinions", () => {
    const claim = play(determinationMachine);
    claim.does(eda, { kind: "start", claim: "The mayor is useless.", checkable: false });
    expect(claim.refused(eda, draft)).toBe("opinion_not_determined");
    claim.does(eda, { kind: "set_aside", reason: "an opinion" });
    expect(claim.refused(eda, draft)).toBe("determination_over");
  });

  it("CW-142 rest on two sources, and never on official statements alone", () => {
    expect(researched().refused(eda, draft)).toBe("sources_missing");
    expect(researched("document").refused(eda, draft)).toBe("sources_missing");
    expect(researched("official_statement", "official_statement").refused(eda, draft)).toBe("sources_missing");
    expect(researched("official_statement", "press").refused(eda, draft)).toBe("(accepted)");
    expect(researched("press", "press").refused(eda, { ...draft, rightOfReply: "" })).toBe("right_of_reply_missing");
  });

  it("CW-143 know `unproven` and `mixed` among their verdicts, and no other than the scale", () => {
    expect(verdicts).toEqual([
      "false",
      "misleading",
      "missing_context",
      "outdated",
      "mixed",
      "unproven",
      "satire",
      "true",
    ]);
    const odd = { ...draft, verdict: "harmful" as "false" };
    expect(researched("press", "press").refused(eda, odd)).toBe("verdict_unknown");
  });

  it("CW-144 are corrected by three and withdrawn by one; earlier versions stay, and stand until then", () => {
    const claim = published();
    const { kind: _, ...text } = { ...draft, verdict: "mixed", text: "It was closed for an hour." } as const;
    claim.does(edo, { kind: "propose_correction", reason: "a new record", ...text });
    expect(claim.refused(edo, { kind: "confirm_correction" })).toBe("same_editor");
    claim.does(eda, { kind: "confirm_correction" });
    expect(claim.refused(eda, { kind: "confirm_correction" })).toBe("same_editor");
    expect(claim.state()).toMatchObject({ status: "published", versions: [{ verdict: "false" }] });
    claim.does(edi, { kind: "confirm_correction" });
    expect(claim.state()).toMatchObject({
      status: "corrected",
      versions: [{ verdict: "false" }, { verdict: "mixed", author: "edo", reviewers: ["eda", "edi"] }],
    });
    expect(claim.refused(eda, { kind: "confirm_correction" })).toBe("change_not_proposed");
    expect(claim.refused(eda, { kind: "withdraw", reason: " " })).toBe("reason_missing");
    claim.does(eda, { kind: "withdraw", reason: "the record was forged" });
    expect(claim.state()).toMatchObject({ status: "withdrawn" });
    expect(claim.state().versions.length).toBe(2);
  });

  it("CW-145 are asked for corrections by their readers, and answer within a week", () => {
    const claim = published();
    const ask = { kind: "ask_correction", request: "r1", text: "The date is wrong." } as const;
    expect(claim.refused(eda, ask)).toBe("role_may_not");
    claim.does(people.rob, ask);
    expect(claim.refused(people.vic, ask)).toBe("id_twice");
    expect(determinationMachine.deadlines(claim.state())).toEqual([
      { what: "answer_correction", dueAt: claim.at() + 7 * dayMs },
    ]);
    expect(claim.refused(edo, { kind: "answer_correction", request: "r2", answer: "x" })).toBe("correction_unknown");
    claim.does(edo, { kind: "answer_correction", request: "r1", answer: "It is; a correction is proposed." });
    expect(determinationMachine.deadlines(claim.state())).toEqual([]);
    expect(claim.refused(edo, { kind: "answer_correction", request: "r1", answer: "x" })).toBe("correction_unknown");
  });

  it("CW-145 take so many requests at a time, and none once they are withdrawn", () => {
    const claim = published();
    const ask = (n: number) => ({ kind: "ask_correction", request: `r${n}`, text: "The date is wrong." }) as const;
    for (let n = 1; n <= defaultSettings.correctionsOpenMax; n += 1) claim.does(people.rob, ask(n));
    expect(claim.refused(people.rob, ask(1000))).toBe("corrections_waiting");
    claim.does(edo, { kind: "answer_correction", request: "r1", answer: "It is." });
    claim.does(people.rob, ask(1000));
    claim.does(edo, { kind: "withdraw", reason: "the record was forged" });
    expect(determinationMachine.deadlines(claim.state())).toEqual([]);
    expect(claim.refused(people.rob, ask(1001))).toBe("determination_over");
  });
});
