import { describe, expect, it } from "vitest";
import type { PersonStore } from "../../ports/person-store.ts";
import { toPerson } from "./samples.ts";

export function personStoreLaw(name: string, open: () => PersonStore): void {
  describe(`people: ${name}`, () => {
    it("reads back what was written, by id and by login", async () => {
      const people = open();
      const ann = toPerson("a", { roles: ["admin", "editor"], language: "zh-Hans", origin: "oidc", joined: false });
      expect(await people.insert(ann)).toBe(true);
      expect(await people.find("a")).toEqual(ann);
      expect(await people.findByLogin("login-a")).toEqual(ann);
      expect([await people.find("b"), await people.findByLogin("a")]).toEqual([null, null]);
    });

    it("gives a login once", async () => {
      const people = open();
      await people.insert(toPerson("a"));
      expect(await people.insert(toPerson("b", { login: "login-a" }))).toBe(false);
      expect(await people.find("b")).toBeNull();
      expect(await people.count()).toBe(1);
    });

    it("changes only the version that was read, and never login, origin or day of birth", async () => {
      const people = open();
      const ann = toPerson("a");
      await people.insert(ann);
      const next = { ...ann, name: "N", roles: [], disabled: true, changedAt: 20, version: 2 } as const;
      expect(await people.update({ ...next, login: "other", origin: "oidc", createdAt: 99 })).toBe(true);
      expect(await people.find("a")).toEqual(next);
      expect(await people.update({ ...next, name: "late" })).toBe(false);
      expect(await people.update(toPerson("none", { version: 2 }))).toBe(false);
      expect(await people.find("a")).toEqual(next);
    });

    it("lists by id, page by page", async () => {
      const people = open();
      for (const id of ["c", "a", "d", "b"]) await people.insert(toPerson(id));
      expect((await people.list("", 2)).map(({ id }) => id)).toEqual(["a", "b"]);
      expect((await people.list("b", 9)).map(({ id }) => id)).toEqual(["c", "d"]);
    });

    it("lists who can act in a role: neither the disabled nor those who have not joined", async () => {
      const people = open();
      await people.insert(toPerson("a", { roles: ["admin"] }));
      await people.insert(toPerson("b", { roles: ["admin"], disabled: true }));
      await people.insert(toPerson("c", { roles: ["admin"], joined: false }));
      await people.insert(toPerson("d", { roles: ["editor", "admin"] }));
      await people.insert(toPerson("e"));
      expect((await people.listHolders("admin")).map(({ id }) => id)).toEqual(["a", "d"]);
    });
  });
}
