import { describe, expect, it } from "vitest";
import { startThread, type StartedThread } from "./start-thread.ts";

type Busy = { readonly thread: { readonly close: () => Promise<void>; readonly work: () => Promise<void> } };

function start(closeWithinMs: number): Promise<StartedThread<Busy>> {
  return startThread<Busy>(new URL("testing/busy-thread.ts", import.meta.url), {
    data: {},
    transfer: [],
    close: ({ thread }) => thread.close(),
    closeWithinMs,
  });
}

describe("startThread()", () => {
  it("does not wait for its time where the thread closes", async () => {
    const { close, caller } = await start(3_600_000);
    await close();
    await expect(caller.services.thread.close()).rejects.toThrow("has ended");
  });

  it("ends a thread that works on and hears nothing", async () => {
    const { close, caller } = await start(50);
    const working = caller.services.thread.work();
    working.catch(() => undefined);
    await close();
    await expect(working).rejects.toThrow("has ended");
  });
});
