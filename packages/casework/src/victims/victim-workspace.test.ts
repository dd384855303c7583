import { describe, expect, it } from "vitest";
import { dayMs } from "../kernel/time.ts";
import { monday, people } from "../testing/people.ts";
import { play } from "../testing/play.ts";
import { tableLaw } from "../testing/table-law.ts";
import { workspaceKinds, workspaceMachine, workspaceStatuses } from "./victim-workspace.ts";

const { vic, sup } = people;
const key = "0f".repeat(32);

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
