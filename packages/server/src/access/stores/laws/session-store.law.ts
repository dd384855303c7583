import { describe, expect, it } from "vitest";
import type { SessionRecord, SessionStore } from "../../ports/session-store.ts";

const toSession = (id: string, changes: Partial<SessionRecord> = {}): SessionRecord => ({
  id,
  hash: `hash-${id}`,
  personId: "p",
  stage: "full",
  createdAt: 5,
  seenAt: 5,
  expiresAt: 100,
  ...changes,
});

export function sessionStoreLaw(name: string, open: () => SessionStore): void {
  describe(`sessions: ${name}`, () => {
    it("finds by hash, lists the oldest of a person first, and remembers when it was seen", async () => {
      const sessions = open();
      await sessions.insert(toSession("b", { createdAt: 6, stage: "second_factor" }));
      await sessions.insert(toSession("a"));
      await sessions.insert(toSession("c", { personId: "q" }));
      await sessions.touch("a", 50);
      expect(await sessions.findByHash("hash-a")).toEqual(toSession("a", { seenAt: 50 }));
      expect(await sessions.findByHash("a")).toBeNull();
      expect((await sessions.listOfPerson("p")).map(({ id, stage }) => [id, stage])).toEqual([
        ["a", "full"],
        ["b", "second_factor"],
      ]);
    });

    it("ends one, all of a person, and those that nobody uses", async () => {
      const sessions = open();
      for (const id of ["a", "b", "c"]) await sessions.insert(toSession(id));
      await sessions.insert(toSession("d", { personId: "q", expiresAt: 10 }));
      await sessions.insert(toSession("e", { personId: "q", seenAt: 1 }));
      await sessions.insert(toSession("f", { personId: "q", seenAt: 20, expiresAt: 20 }));
      expect([await sessions.delete("a"), await sessions.delete("a")]).toEqual([true, false]);
      expect(await sessions.deleteOfPerson("p")).toBe(2);
      expect(await sessions.deleteStale(20, 2)).toBe(2);
      expect((await sessions.listOfPerson("q")).map(({ id }) => id)).toEqual(["f"]);
    });
  });
}
