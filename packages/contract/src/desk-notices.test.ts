import { describe, expect, it } from "vitest";
import { z } from "zod";
import { deskNotices } from "./desk-notices.ts";
import { findPlatformScope, isOfDesks, noticeKindNames, webhookKind } from "./events.ts";
import { routes } from "./routes.ts";

/** Where what a kind says is read as well. Of overrides the public has a list of its own. */
const lists: Readonly<Record<Exclude<keyof typeof deskNotices, "job.changed">, readonly string[]>> = {
  "case.changed": ["listCases"],
  "decision.changed": ["listDecisions"],
  "hold.changed": ["listHolds"],
  "transfer.changed": ["listTransfers"],
  "authority.changed": ["listAuthorityRequests"],
  "operation.changed": ["listOperations"],
  "review.changed": ["listSelfReviews"],
  "unmasking.changed": ["listUnmaskings"],
  "workspace.changed": ["listWorkspaces"],
  "correction.changed": ["listCorrections"],
  "policy.changed": ["listPolicyRecords", "getPolicyOverride"],
};

describe("notices of the desks", () => {
  it.each(Object.entries(lists))("%s says to whom the list is open what its lines say", (kind, ids) => {
    const { scope, data } = deskNotices[kind as keyof typeof lists];
    for (const id of ids) {
      const list = routes.find((route) => route.id === id);
      expect(list?.access, id).toBe(scope);
      const schema = JSON.stringify(z.toJSONSchema(list?.response ?? z.never(), { unrepresentable: "any" }));
      for (const member of Object.keys(data.shape)) expect(schema, `${id} ${member}`).toContain(`"${member}":`);
    }
    expect(Object.keys(data.shape)).toEqual(["id", "version", "status"]);
  });

  it("says of jobs nothing but that there is something new", () => {
    expect(deskNotices["job.changed"].scope).toBe("jobs:work");
    expect(Object.keys(deskNotices["job.changed"].data.shape)).toEqual([]);
  });

  it("go to no address", () => {
    for (const kind of noticeKindNames) expect(webhookKind.safeParse(kind).success, kind).toBe(!isOfDesks(kind));
    expect(isOfDesks("case.changed")).toBe(true);
    expect(isOfDesks("lead.opened")).toBe(false);
    expect(findPlatformScope("case.changed")).toBeNull();
  });
});
