import { describe, expect, it } from "vitest";
import { dayMs } from "../kernel/time.ts";
import { monday, people } from "../testing/people.ts";
import { play } from "../testing/play.ts";
import { tableLaw } from "../testing/table-law.ts";
import { operationKinds, operationMachine, operationStatuses } from "./operation.ts";

const { clock, ana, sena } = people;
const sel = { id: "sel", roles: ["senior"] } as const;

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
