import { describe, expect, it } from "vitest";
import { dayMs } from "../kernel/time.ts";
import { monday, people } from "../testing/people.ts";
import { play } from "../testing/play.ts";
import { tableLaw } from "../testing/table-law.ts";
import { transferKinds, transferMachine, transferStatuses } from "./transfer.ts";

const { clock, lia } = people;

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
