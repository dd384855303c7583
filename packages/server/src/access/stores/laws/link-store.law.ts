import { describe, expect, it } from "vitest";
import type { LinkRecord, LinkStore, ResetRecord } from "../../ports/link-store.ts";

const toLink = (hash: string, changes: Partial<LinkRecord> = {}): LinkRecord => ({
  hash,
  kind: "invitation",
  personId: "p",
  parts: "both",
  createdAt: 1,
  expiresAt: 10,
  draft: null,
  ...changes,
});
const toReset = (id: string, changes: Partial<ResetRecord> = {}): ResetRecord => ({
  id,
  personId: "p",
  parts: "totp",
  proposedBy: "q",
  createdAt: 1,
  expiresAt: 10,
  ...changes,
});

export function linkStoreLaw(name: string, open: () => LinkStore): void {
  describe(`links: ${name}`, () => {
    it("keeps a link with its draft until it is taken, once", async () => {
      const links = open();
      await links.insert(toLink("a", { kind: "setup", personId: null }));
      await links.setDraft("a", "{}");
      expect(await links.find("a")).toEqual(toLink("a", { kind: "setup", personId: null, draft: "{}" }));
      expect([await links.take("a"), await links.take("a"), await links.find("a")]).toEqual([true, false, null]);
    });

    it("drops those of one kind and one person", async () => {
      const links = open();
      await links.insert(toLink("a"));
      await links.insert(toLink("b", { kind: "reset" }));
      await links.insert(toLink("c", { personId: "q" }));
      await links.insert(toLink("d", { kind: "setup", personId: null }));
      await links.deleteOf("invitation", "p");
      await links.deleteOf("setup", null);
      const left = await Promise.all(["a", "b", "c", "d"].map((hash) => links.find(hash)));
      expect(left.map((link) => link?.hash ?? null)).toEqual([null, "b", "c", null]);
    });

    it("keeps resets, oldest first, until they are deleted or have run out", async () => {
      const links = open();
      await links.insertReset(toReset("z", { createdAt: 1 }));
      await links.insertReset(toReset("a", { createdAt: 2, expiresAt: 30 }));
      await links.insertReset(toReset("b", { createdAt: 3, expiresAt: 30, personId: "r" }));
      await links.insert(toLink("l"));
      expect(await links.findReset("z")).toEqual(toReset("z"));
      expect((await links.listResets()).map(({ id }) => id)).toEqual(["z", "a", "b"]);
      expect(await links.deleteExpired(11)).toBe(2);
      await links.deleteResetsOf("r");
      expect([await links.deleteReset("a"), await links.deleteReset("a")]).toEqual([true, false]);
      expect(await links.listResets()).toEqual([]);
    });
  });
}
