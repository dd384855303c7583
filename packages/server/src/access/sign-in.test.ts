import { describe, expect, it } from "vitest";
import { createAccess } from "./access.ts";
import { hashSecret } from "./secrets/codes.ts";
import { openTestDesk, testCost, type TestDesk } from "./testing/test-desk.ts";
import { join, nowhere, setUp, signIn, type TestPerson } from "./testing/test-people.ts";
import { unknownLogins } from "./sign-in.ts";

const tryPassword = ({ access, clock }: TestDesk, login: string, password: string, device: string | null = null) =>
  access.signInByPassword({ login, password, origin: { network: null, device }, at: clock.now() });
const tryCode = ({ access, clock }: TestDesk, pending: string, code: string) =>
  access.signInByCode({ pendingHash: hashSecret(pending), code, origin: nowhere, at: clock.now() });
const find = ({ access, clock }: TestDesk, session: string) =>
  access.findSessionCaller({ hash: hashSecret(session), at: clock.now() });

async function pend(desk: TestDesk, { person, password }: TestPerson): Promise<string> {
  const first = await tryPassword(desk, person.login, password);
  if (!first.ok) throw new Error(JSON.stringify(first));
  return first.value.pending;
}

describe.each(["memory", "sqlite"] as const)("signing in, on %s", (on) => {
  it("takes a password, then a code; the session that waited opens nothing and is gone", async () => {
    const desk = openTestDesk({ on });
    const ada = await setUp(desk, ["triage"]);
    const pending = await pend(desk, ada);
    expect(await find(desk, pending)).toBeNull();
    const second = await tryCode(desk, pending, ada.code());
    if (!second.ok) throw new Error(JSON.stringify(second));
    expect(second.value.session).not.toBe(pending);
    const found = await find(desk, second.value.session);
    expect(found?.caller).toMatchObject({ kind: "person", id: ada.person.id, roles: ["admin", "triage"] });
    expect(found?.caller.kind === "person" && found.caller.scopes).toEqual(
      expect.arrayContaining(["access:manage", "leads:write", "check"]),
    );
    expect(await tryCode(desk, pending, ada.code())).toMatchObject({ ok: false, refusal: { code: "gone" } });
  });

  it("answers a wrong password, an unknown login, a disabled person and one who has not joined alike", async () => {
    const desk = openTestDesk({ on });
    const ada = await setUp(desk);
    const bob = await join(desk, ada, { login: "bob", roles: [] });
    const by = { actor: { kind: "person", id: ada.person.id }, at: desk.clock.now() } as const;
    await desk.access.changePerson({ id: bob.person.id, ifVersion: 2, change: { disabled: true }, ...by });
    await desk.access.invitePerson({ name: "Cy", login: "cy", roles: [], language: "en", ...by });
    const refusal = { ok: false, refusal: { code: "not_signed_in", reason: null } };
    expect(await tryPassword(desk, "ada", "wrong password!!")).toEqual(refusal);
    expect(await tryPassword(desk, "nobody", bob.password)).toEqual(refusal);
    expect(await tryPassword(desk, "bob", bob.password)).toEqual(refusal);
    expect(await tryPassword(desk, "cy", bob.password)).toEqual(refusal);
    const counted = await desk.deps.transactor.run(() => desk.deps.store.attempts.get(unknownLogins));
    expect(counted?.failures).toBe(1);
  });

  it("takes a code once, and never an earlier one", async () => {
    const desk = openTestDesk({ on });
    const ada = await setUp(desk);
    const code = ada.code();
    expect((await tryCode(desk, await pend(desk, ada), code)).ok).toBe(true);
    expect(await tryCode(desk, await pend(desk, ada), code)).toMatchObject({ refusal: { code: "not_signed_in" } });
    desk.clock.advance(30_000);
    expect((await tryCode(desk, await pend(desk, ada), ada.code())).ok).toBe(true);
  });

  it("takes a recovery code once, and says how many are left", async () => {
    const desk = openTestDesk({ on });
    const ada = await setUp(desk);
    const [code = ""] = ada.recoveryCodes;
    const used = await tryCode(desk, await pend(desk, ada), code.toUpperCase());
    expect(used).toMatchObject({ ok: true, value: { recoveryCodesLeft: 9 } });
    expect(await tryCode(desk, await pend(desk, ada), code)).toMatchObject({ refusal: { code: "not_signed_in" } });
  });

  it("slows guessing down by login, known or not, and is no help to who comes in parallel", async () => {
    for (const login of ["ada", "nobody"]) {
      const desk = openTestDesk({ on });
      const ada = await setUp(desk);
      const tries = await Promise.all(Array.from({ length: 20 }, () => tryPassword(desk, login, "wrong password!!")));
      const codes = tries.map((tried) => (tried.ok ? "" : tried.refusal.code));
      expect(codes.filter((code) => code === "not_signed_in")).toHaveLength(5);
      expect(codes.filter((code) => code === "too_many_requests")).toHaveLength(15);
      expect(tries.at(-1)).toMatchObject({ refusal: { retryAfter: 1 } });
      expect(await tryPassword(desk, login, ada.password)).toMatchObject({ refusal: { code: "too_many_requests" } });
      desk.clock.advance(1_000);
      expect((await tryPassword(desk, login, ada.password)).ok).toBe(login === "ada");
    }
  });

  it("keeps a browser that signed in before from being locked out by a stranger", async () => {
    const desk = openTestDesk({ on });
    const ada = await setUp(desk);
    const { device } = await signIn(desk, ada);
    for (let tries = 0; tries < 5; tries += 1) await tryPassword(desk, "ada", "wrong password!!");
    expect((await tryPassword(desk, "ada", ada.password)).ok).toBe(false);
    expect((await tryPassword(desk, "ada", ada.password, `${device}x`)).ok).toBe(false);
    expect((await tryPassword(desk, "ada", ada.password, device)).ok).toBe(true);
  });

  it("slows guessing down by network, over all logins, and one right password does not wipe that out", async () => {
    const desk = openTestDesk({ on });
    const ada = await setUp(desk);
    const from = (login: string, password: string, network: string) =>
      desk.access.signInByPassword({ login, password, origin: { network, device: null }, at: desk.clock.now() });
    for (let tries = 0; tries < 19; tries += 1) await from(`user-${tries}`, "wrong password!!", "net");
    expect((await from("ada", ada.password, "net")).ok).toBe(true);
    await from("user-x", "wrong password!!", "net");
    expect(await from("ada", ada.password, "net")).toMatchObject({ refusal: { code: "too_many_requests" } });
    expect((await from("ada", ada.password, "other")).ok).toBe(true);
  });

  it("ends a session that is not used, and any after its time", async () => {
    const desk = openTestDesk({ on });
    const ada = await setUp(desk);
    const { session } = await signIn(desk, ada);
    desk.clock.advance(59 * 60_000 - 60_000);
    expect(await find(desk, session)).not.toBeNull();
    for (let hours = 0; hours < 12; hours += 1) {
      desk.clock.advance(55 * 60_000);
      expect(await find(desk, session)).not.toBeNull();
    }
    desk.clock.advance(55 * 60_000);
    expect(await find(desk, session)).toBeNull();
    const other = await signIn(desk, ada);
    desk.clock.advance(61 * 60_000);
    expect(await find(desk, other.session)).toBeNull();
    const { removed } = await desk.access.sweepAccess({ at: desk.clock.now() });
    expect(removed).toBeGreaterThanOrEqual(2);
  });

  it("hashes a password anew once today's cost is another", async () => {
    const desk = openTestDesk({ on });
    const ada = await setUp(desk);
    const stored = () => desk.deps.transactor.run(() => desk.deps.store.credentials.getPassword(ada.person.id));
    const before = await stored();
    const access = createAccess({ ...desk.deps, cost: { ...testCost, lanes: 2 } });
    expect((await tryPassword({ ...desk, access }, "ada", ada.password)).ok).toBe(true);
    const after = await stored();
    expect(after).not.toBe(before);
    expect(after).toContain("p=2");
    expect((await tryPassword({ ...desk, access }, "ada", ada.password)).ok).toBe(true);
  });

  it("changes a password for who knows the one before, and ends every other session", async () => {
    const desk = openTestDesk({ on });
    const ada = await setUp(desk);
    const [one, two] = [await signIn(desk, ada), await signIn(desk, ada)];
    const input = { personId: ada.person.id, origin: nowhere, at: desk.clock.now() };
    const next = "a quiet harbour at dawn";
    const changeBy = (password: string, wish: string) => desk.access.changePassword({ ...input, password, next: wish });
    expect(await changeBy("wrong password!!", next)).toMatchObject({ refusal: { code: "not_signed_in" } });
    expect(await changeBy(ada.password, "ada")).toMatchObject({
      value: { kind: "password_fault", fault: "too_short" },
    });
    const changed = await changeBy(ada.password, next);
    if (!changed.ok || changed.value.kind !== "changed") throw new Error(JSON.stringify(changed));
    expect([await find(desk, one.session), await find(desk, two.session)]).toEqual([null, null]);
    expect(await find(desk, changed.value.session)).not.toBeNull();
    expect((await tryPassword(desk, "ada", ada.password)).ok).toBe(false);
    expect((await tryPassword(desk, "ada", next)).ok).toBe(true);
  });

  it("lets who signs in by the identity provider do what it says, and never administer", async () => {
    const desk = openTestDesk({ on });
    const ada = await setUp(desk);
    const from = { issuer: "https://id.example", subject: "s-1", name: "Cy", language: "en" } as const;
    const come = (roles: readonly ("admin" | "editor" | "triage")[]) =>
      desk.access.signInByProvider({ ...from, roles, at: desk.clock.now() });
    expect(await come([])).toMatchObject({ refusal: { code: "not_allowed" } });
    expect(await come(["admin"])).toMatchObject({ refusal: { code: "not_allowed" } });
    const first = await come(["editor", "admin"]);
    if (!first.ok) throw new Error(JSON.stringify(first));
    const caller = (await find(desk, first.value.session))?.caller;
    expect(caller).toMatchObject({ kind: "person", roles: ["editor"] });
    const id = caller?.kind === "person" ? caller.id : "";
    const by = { actor: { kind: "person", id: ada.person.id }, at: desk.clock.now() } as const;
    const promoted = await desk.access.changePerson({
      id,
      ifVersion: 1,
      change: { roles: ["editor", "admin"] },
      ...by,
    });
    expect(promoted.ok).toBe(true);
    const other = await desk.access.changePerson({ id, ifVersion: 2, change: { roles: ["admin", "triage"] }, ...by });
    expect(other).toMatchObject({ refusal: { code: "refused" } });
    await come(["triage"]);
    expect((await desk.access.findPerson({ id }))?.roles).toEqual(["admin", "triage"]);
    await desk.access.changePerson({ id, ifVersion: 3, change: { disabled: true }, ...by });
    expect(await come(["triage"])).toMatchObject({ refusal: { code: "not_allowed" } });
    expect(await tryPassword(desk, (await desk.access.findPerson({ id }))?.login ?? "", "")).toMatchObject({
      ok: false,
    });
  });
});
