import { describe, expect, it } from "vitest";
import { dayMs } from "../kernel/time.ts";
import { people } from "../testing/people.ts";
import { play } from "../testing/play.ts";
import { tableLaw } from "../testing/table-law.ts";
import { reporterKinds, reporterMachine, reporterStatuses } from "./reporter-record.ts";

const { clock, cho, rei, tian } = people;

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
