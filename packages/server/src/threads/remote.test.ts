import { MessageChannel } from "node:worker_threads";
import { afterEach, describe, expect, it } from "vitest";
import { HttpError } from "../http/http-error.ts";
import { offer, reach } from "./remote.ts";

const adder = {
  add: async (a: number, b: number) => a + b,
  refuse: async (): Promise<never> => {
    throw new HttpError(
      "conflict",
      { code: "version_now", about: [3] },
      { faults: [{ pointer: "/a", message: "old" }] },
    );
  },
  break: async (): Promise<never> => {
    throw new TypeError("broken");
  },
  takeBytes: async (bytes: Uint8Array) => bytes.length,
  takeBatch: async ({ ends }: { readonly ends: Uint32Array }) => ends.length,
  never: () => new Promise<never>(() => undefined),
};
type Offered = { adder: typeof adder };

let close: () => void = () => undefined;
afterEach(() => close());

function connect() {
  const { port1, port2 } = new MessageChannel();
  close = () => port1.close();
  return { offered: offer(port1, { adder }), caller: reach<Offered>(port2) };
}

describe("reach()", () => {
  it("calls what the other side offers, also at once", async () => {
    const { services, pending } = connect().caller;
    const sums = Array.from({ length: 50 }, (_, i) => services.adder.add(i, 1));
    expect(pending()).toBe(50);
    expect(await Promise.all(sums)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    expect(pending()).toBe(0);
  });

  it("brings errors back with their class, code and faults", async () => {
    const { services } = connect().caller;
    const refusal = await services.adder.refuse().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(HttpError);
    expect(refusal).toMatchObject({
      code: "conflict",
      message: "It is at version 3.",
      faults: [{ pointer: "/a" }],
      refusal: { code: "version_now", about: ["3"] },
    });
    await expect(services.adder.break()).rejects.toThrow("broken");
    const stranger = services as unknown as { other: { thing: () => Promise<void> } };
    await expect(stranger.other.thing()).rejects.toThrow("Nobody offers other.thing");
  });

  it("moves bytes that own their buffer and copies those that do not", async () => {
    const { services } = connect().caller;
    const whole = new Uint8Array(100);
    const part = new Uint8Array(100).subarray(0, 10);
    expect(await services.adder.takeBytes(whole)).toBe(100);
    expect(await services.adder.takeBytes(part)).toBe(10);
    expect([whole.length, part.length]).toEqual([0, 10]);
    const batch = { source: "forum", ends: Uint32Array.from([1, 2]) };
    expect(await services.adder.takeBatch(batch)).toBe(2);
    expect(batch.ends.length).toBe(0);
  });

  it("fails what waits when the other side is gone", async () => {
    const { caller } = connect();
    const waiting = caller.services.adder.never();
    caller.fail(new Error("the log thread ended"));
    await expect(waiting).rejects.toThrow("ended");
    await expect(caller.services.adder.add(1, 1)).rejects.toThrow("ended");
  });

  it("hears what the other side says by itself", async () => {
    const { offered, caller } = connect();
    const heard = new Promise((resolve) => caller.onWord((word, data) => resolve([word, data])));
    offered.tell("notices", 7);
    expect(await heard).toEqual(["notices", 7]);
  });
});
