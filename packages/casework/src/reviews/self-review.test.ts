import { describe, expect, it } from "vitest";
import { dayMs } from "../kernel/time.ts";
import { monday, people } from "../testing/people.ts";
import { play } from "../testing/play.ts";
import { tableLaw } from "../testing/table-law.ts";
import { reviewKinds, reviewMachine, reviewStatuses } from "./self-review.ts";

const { clock, ana, cho, sena, adm } = people;

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
