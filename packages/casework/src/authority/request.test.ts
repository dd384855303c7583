import { describe, expect, it } from "vitest";
import { dayMs } from "../kernel/time.ts";
import { monday, people } from "../testing/people.ts";
import { play } from "../testing/play.ts";
import { tableLaw } from "../testing/table-law.ts";
import { requestKinds, requestStatuses, type RequestContent } from "./authority-request.ts";
import { requestMachine } from "./request-machine.ts";

const { lia, leo, ana } = people;
const receive = (more: Partial<RequestContent> = {}) =>
  ({
    kind: "receive",
    authority: "District court",
    country: "DE",
    channel: "desk",
    legalBasis: "Section 1 of the act",
    explanation: "The items are said to be illegal because …",
    items: ["post-1", "post-2"],
    asksFor: ["item_copy"],
    redress: "Complaint within two weeks",
    deadline: monday + 10 * dayMs,
    secrecy: null,
    ...more,
  }) as const;

function validating(more: Partial<RequestContent> = {}) {
  const request = play(requestMachine);
  request.does(lia, receive(more));
  request.does(lia, { kind: "validate" });
  return request;
}

describe("authorities' requests", () => {
  tableLaw(requestMachine, requestStatuses, requestKinds);

  it("CW-130 come in by one door; what was said in passing is entered, refused and counted", () => {
    const request = play(requestMachine);
    expect(request.refused(ana, receive())).toBe("role_may_not");
    request.does(lia, receive({ channel: "informal" }));
    expect(request.refused(lia, { kind: "validate" })).toBe("request_informal");
    expect(request.does(lia, { kind: "refuse", reason: "no order" })[0]).toMatchObject({ channel: "informal" });
  });

  it("CW-131 without their fields are returned, and no data leaves", () => {
    const request = validating({ legalBasis: " ", redress: "" });
    const propose = { kind: "propose_answer", items: ["post-1"] } as const;
    expect(request.refused(lia, propose)).toBe("request_incomplete");
    request.does(lia, { kind: "return", missing: ["legalBasis", "redress"] });
    expect(request.refused(lia, propose)).toBe("request_incomplete");
    request.does(lia, { ...receive(), kind: "resubmit" });
    expect(request.state().status).toBe("received");
  });

  it("CW-132 get the items they name and no others; identities are not handed over", () => {
    expect(validating({ asksFor: ["identity"] }).refused(lia, { kind: "propose_answer", items: ["post-1"] })).toBe(
      "identity_refused",
    );
    const request = validating();
    expect(request.refused(lia, { kind: "propose_answer", items: ["post-3"] })).toBe("request_too_wide");
    const many = Array.from({ length: 51 }, (_, index) => `p${index}`);
    expect(validating({ items: many }).refused(lia, { kind: "propose_answer", items: many })).toBe("request_too_wide");
  });

  it("CW-133 are answered by two people, legal among them, after the user was told or the order forbids it", () => {
    const request = validating();
    const approve = { kind: "approve_answer", reason: "lawful" } as const;
    expect(request.refused(leo, approve)).toBe("answer_not_proposed");
    request.does(lia, { kind: "propose_answer", items: ["post-1"] });
    expect(request.refused({ id: "lia", roles: ["legal"] }, approve)).toBe("own_proposal");
    expect(request.refused({ id: "lio", roles: ["liaison"] }, approve)).toBe("role_may_not");
    expect(request.refused(leo, approve)).toBe("notice_duty");
    expect(request.refused(lia, { kind: "withhold_notice" })).toBe("notice_duty");
    request.does(lia, { kind: "tell_user" });
    request.does(leo, approve);
    expect(request.state()).toMatchObject({ status: "narrowed", answeredItems: ["post-1"], handledBy: ["lia", "leo"] });
    const secret = validating({ secrecy: { basis: "section 9", until: monday + dayMs } });
    secret.does(lia, { kind: "propose_answer", items: ["post-1", "post-2"] });
    secret.does(lia, { kind: "withhold_notice" });
    secret.does(leo, approve);
    expect(secret.state()).toMatchObject({ status: "answered", userTold: "withheld" });
    secret.does(lia, { kind: "tell_user" });
  });
});
