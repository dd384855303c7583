import { findingInput } from "@breakwater/contract";
import { describe, expect, it } from "vitest";
import { toFinding, type FindingDraft } from "./finding-draft.ts";

const draft = {
  account: "a1",
  role: "operator",
  grade: "serious",
  allegation: " Posted in step. ",
  evidence: ["e1"],
  severity: { deception: { weight: 2, reason: "Poses as many." }, scale: { weight: 0, reason: "kept" } },
} as const satisfies FindingDraft;

describe("toFinding()", () => {
  it("makes what the contract takes, without what does not weigh", () => {
    const finding = toFinding(draft);
    expect(findingInput.parse(finding)).toEqual({
      account: "a1",
      role: "operator",
      grade: "serious",
      allegation: "Posted in step.",
      evidence: ["e1"],
      severity: { deception: { weight: 2, reason: "Poses as many." } },
    });
  });

  it.each<[string, Partial<FindingDraft> & { readonly evidence?: readonly string[] }]>([
    ["an account", { account: "" }],
    ["an allegation", { allegation: " " }],
    ["evidence", { evidence: [] }],
    ["a reason of a weight", { severity: { deception: { weight: 1, reason: " " } } }],
    ["a weight above minor", { severity: {} }],
  ])("waits while %s is missing", (_, lack) => {
    expect(toFinding({ ...draft, ...lack })).toBeNull();
  });

  it("needs no weight where it is minor", () => {
    expect(toFinding({ ...draft, grade: "minor", severity: {} })?.severity).toEqual({});
  });
});
