import { describe, expect, it } from "vitest";
import type { AuditEntry, AuditStore } from "../../ports/audit-store.ts";

const toEntry = (at: number): AuditEntry => ({
  at,
  event: "person.changed",
  actor: at % 2 === 0 ? { kind: "person", id: "p" } : { kind: "operator", id: null },
  subject: { kind: "session", id: null },
  facts: { gained: ["editor"], at },
});

export function auditStoreLaw(name: string, open: () => AuditStore): void {
  describe(`log of access: ${name}`, () => {
    it("reads back newest first, page by page, under rising numbers", async () => {
      const audit = open();
      for (const at of [1, 2, 3, 4]) await audit.append(toEntry(at));
      const first = await audit.listBefore(Number.MAX_SAFE_INTEGER, 3);
      expect(first).toEqual([4, 3, 2].map((at) => ({ ...toEntry(at), sequence: at })));
      const rest = await audit.listBefore(first.at(-1)?.sequence ?? 0, 3);
      expect(rest).toEqual([{ ...toEntry(1), sequence: 1 }]);
    });

    it("forgets by age, and gives no number again", async () => {
      const audit = open();
      for (const at of [1, 2, 3]) await audit.append(toEntry(at));
      expect(await audit.deleteBefore(9)).toBe(3);
      await audit.append(toEntry(9));
      expect((await audit.listBefore(100, 9)).map(({ sequence }) => sequence)).toEqual([4]);
    });
  });
}
