import { describe, expect, it } from "vitest";
import type { Outbox } from "./outbox.ts";

/** What every outbox keeps to, whatever it stands on. */
export function outboxLaw(name: string, open: () => Outbox): void {
  describe(`outbox: ${name}`, () => {
    it("gives rising sequences and reads them back in order", async () => {
      const outbox = open();
      expect(await outbox.latest()).toBe(0);
      expect(await outbox.first()).toBe(1);
      for (const kind of ["a", "b", "c"]) await outbox.append(kind, { of: kind }, 10);
      expect((await outbox.readAfter(0, 10)).map(({ sequence, kind }) => [sequence, kind])).toEqual([
        [1, "a"],
        [2, "b"],
        [3, "c"],
      ]);
      expect(await outbox.readAfter(1, 1)).toEqual([{ sequence: 2, at: 10, kind: "b", data: { of: "b" } }]);
      expect(await outbox.latest()).toBe(3);
    });

    it("forgets what is old and never gives a sequence again", async () => {
      const outbox = open();
      await outbox.append("old", null, 1);
      await outbox.append("older", null, 2);
      expect(await outbox.deleteBefore(5)).toBe(2);
      expect(await outbox.latest()).toBe(2);
      expect(await outbox.first()).toBe(3);
      expect((await outbox.append("new", null, 6)).sequence).toBe(3);
      expect(await outbox.first()).toBe(3);
    });
  });
}
