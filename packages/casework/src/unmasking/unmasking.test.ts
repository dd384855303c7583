import { describe, expect, it } from "vitest";
import { people } from "../testing/people.ts";
import { play } from "../testing/play.ts";
import { tableLaw } from "../testing/table-law.ts";
import { unmaskKinds, unmaskMachine, unmaskStatuses } from "./unmasking.ts";

const { ana, aud } = people;

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
