import { describe, expect, it } from "vitest";
import { addMonths, dayMs } from "../kernel/time.ts";
import { people } from "../testing/people.ts";
import { play } from "../testing/play.ts";
import { tableLaw } from "../testing/table-law.ts";
import { registerKinds, registerMachine, registerStatuses } from "./register-entry.ts";

const { clock, ana, aud } = people;
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
