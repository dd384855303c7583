import { describe, expect, it } from "vitest";
import { createActionDoor, type AdmittedTimes } from "./action-door.ts";
import { readAll, testKey } from "./testing/read-all.ts";

const at = 1_700_000_000_000;
const times: AdmittedTimes = { from: at - 1000, to: at + 1000 };
const door = createActionDoor({ pseudonymKey: testKey });
const good = { id: "1", at, account: "a", kind: "post", objects: [] };
const whole = {
  ...good,
  text: "call 13800138000 now",
  objects: [{ kind: "url", id: "https://example.org/1" }],
  network: { address: "203.0.113.9", asn: "64500", region: "CN-31" },
  device: "device-7",
  client: "web",
  createdAt: at - 5,
};

describe("createActionDoor()", () => {
  it("makes of a record what readActions() makes of it in a file", async () => {
    const { actions } = await readAll(`${JSON.stringify(whole)}\n`, { preset: "breakwater" });
    expect(door.admit(whole, times)).toEqual({
      kind: "action",
      action: actions[0],
      masked: [{ kind: "phone", start: 5 }],
    });
  });

  it("lets nothing raw through", () => {
    const out = JSON.stringify(door.admit({ ...whole, account: "203.0.113.9" }, times));
    for (const raw of ["203.0.113", "device-7", "13800138000"]) expect(out).not.toContain(raw);
  });

  it("names an account that is an address by the key, whatever came before", () => {
    const nameOf = (account: string, key = testKey): string => {
      const admission = createActionDoor({ pseudonymKey: key }).admit({ ...whole, account }, times);
      return admission.kind === "action" ? admission.action.account : "";
    };
    expect(nameOf("203.0.113.9")).toMatch(/^address-[\w-]{16}$/);
    expect(nameOf("203.0.113.9:80")).toBe(nameOf("203.0.113.9"));
    expect(nameOf("203.0.113.8")).not.toBe(nameOf("203.0.113.9"));
    expect(nameOf("203.0.113.9", new Uint8Array(32))).not.toBe(nameOf("203.0.113.9"));
    const admission = door.admit({ ...whole, account: "203.0.113.9" }, times);
    const { address = "" } = admission.kind === "action" ? (admission.action.network ?? {}) : {};
    expect(nameOf("203.0.113.9")).not.toContain(address);
  });

  it.each([
    [null, "not_an_object"],
    [[good], "not_an_object"],
    ["post", "not_an_object"],
    [{}, "missing_id"],
    [{ ...good, id: "" }, "missing_id"],
    [{ ...good, id: {} }, "missing_id"],
    [{ ...good, account: null }, "missing_account"],
    [{ ...good, at: "" }, "missing_time"],
    [{ ...good, at: "yesterday" }, "unreadable_time"],
    [{ ...good, at: "3/4/2021" }, "unreadable_time"],
    [{ ...good, at: Number.POSITIVE_INFINITY }, "missing_time"],
    [{ ...good, at: -1 }, "time_out_of_range"],
    [{ ...good, at: at - 1001 }, "too_old"],
    [{ ...good, at: at + 1001 }, "time_in_future"],
    [{ ...good, kind: "shout" }, "unknown_kind"],
    [{ ...good, objects: [{ kind: "mood", id: "1" }] }, "unknown_object_kind"],
    [{ ...good, objects: [{ kind: "url" }] }, "empty_object"],
    [{ ...good, objects: Array.from({ length: 257 }, () => ({ kind: "url", id: "x" })) }, "too_many_objects"],
    [{ ...good, id: "x".repeat(513) }, "field_too_long"],
    [{ ...good, client: "x".repeat(513) }, "field_too_long"],
    [{ ...good, network: { region: "x".repeat(513) } }, "field_too_long"],
    [{ ...good, createdAt: -1 }, "creation_time_out_of_range"],
  ])("%# refuses by the first reason", (value, reason) => {
    expect(door.admit(value, times)).toEqual({ kind: "refused", reason });
  });

  it.each([
    [{ ...good, at: "2023-11-14T22:13:20Z" }, { at }],
    [{ ...good, at: at / 1000 }, { at }],
    [{ ...good, id: 12 }, { id: "12" }],
    [{ ...good, objects: "none", unknown: 1 }, { objects: [] }],
    [{ ...good, kind: "retweet" }, { kind: "repost" }],
    [{ ...good, network: { address: "not one", asn: "1" } }, { network: { asn: "1" } }],
  ])("%# reads what is meant", (value, expected) => {
    expect(door.admit(value, times)).toMatchObject({ kind: "action", action: expected });
  });
});
