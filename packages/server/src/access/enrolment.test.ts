import { describe, expect, it } from "vitest";
import { hashSecret } from "./secrets/codes.ts";
import { toTotpCode } from "./secrets/totp.ts";
import { openTestDesk, type TestDesk } from "./testing/test-desk.ts";
import {
  join,
  nowhere,
  readTotpText,
  setUp,
  signIn,
  testPassword,
  toLinkCode,
  useLink,
} from "./testing/test-people.ts";

const gone = { ok: false, refusal: { code: "gone" } };
const person = { name: "Ada", login: "ada", language: "en", roles: [] } as const;
const enter = ({ access, clock }: TestDesk, code: string, entry: object) =>
  access.enterEnrolment({ code, origin: nowhere, at: clock.now(), ...entry });
const linkOf = async ({ access, clock }: TestDesk) =>
  toLinkCode((await access.openSetup({ at: clock.now() }))?.url ?? "");
const by = ({ clock }: TestDesk, id: string) => ({ actor: { kind: "person", id }, at: clock.now() }) as const;

describe.each(["memory", "sqlite"] as const)("links, on %s", (on) => {
  it("set up the first administrator once, and then there is no more set-up", async () => {
    const desk = openTestDesk({ on });
    const link = await desk.access.openSetup({ at: desk.clock.now() });
    const ada = await setUp(desk);
    expect(ada.person).toMatchObject({ login: "ada", roles: ["admin"], joined: true, version: 1 });
    expect(await desk.access.openLink({ code: toLinkCode(link?.url ?? ""), at: desk.clock.now() })).toMatchObject(gone);
    expect(await desk.access.openSetup({ at: desk.clock.now() })).toBeNull();
    expect(ada.recoveryCodes).toHaveLength(10);
  });

  it("stop working after their time, after another was made, and when two use one, for the second", async () => {
    const desk = openTestDesk({ on });
    const old = await linkOf(desk);
    const code = await linkOf(desk);
    const open = (which: string) => desk.access.openLink({ code: which, at: desk.clock.now() });
    expect(await open(old)).toMatchObject(gone);
    desk.clock.advance(86_400_000 - 1);
    expect(await open(code)).toMatchObject({ ok: true, value: { kind: "setup", login: null } });
    desk.clock.advance(1);
    expect(await open(code)).toMatchObject(gone);

    const both = await linkOf(desk);
    const entered = await enter(desk, both, { password: testPassword, person });
    if (!entered.ok || entered.value.kind !== "totp") throw new Error(JSON.stringify(entered));
    const totp = toTotpCode(readTotpText(entered.value.offer.text), desk.clock.now());
    const finishes = [1, 2].map(() => desk.access.finishEnrolment({ code: both, totp, at: desk.clock.now() }));
    expect((await Promise.all(finishes)).map(({ ok }) => ok)).toEqual([true, false]);
    expect(await desk.deps.transactor.run(() => desk.deps.store.people.count())).toBe(1);
  });

  it("make nobody before the app has proven that it holds the secret", async () => {
    const desk = openTestDesk({ on });
    const code = await linkOf(desk);
    const at = desk.clock.now();
    expect(await desk.access.finishEnrolment({ code, totp: "123456", at })).toMatchObject(gone);
    expect(await enter(desk, code, { password: "Password1234", person })).toMatchObject({
      value: { kind: "password_fault", fault: "too_common" },
    });
    const first = await enter(desk, code, { password: testPassword, person });
    const again = await enter(desk, code, { password: testPassword, person });
    if (!first.ok || first.value.kind !== "totp" || !again.ok || again.value.kind !== "totp") throw new Error("no");
    const stale = toTotpCode(readTotpText(first.value.offer.text), at);
    expect(await desk.access.finishEnrolment({ code, totp: stale, at })).toMatchObject({ ok: false });
    expect(await desk.access.getTotpOffer({ code, at })).toEqual({ ok: true, value: again.value.offer });
    expect(await desk.deps.transactor.run(() => desk.deps.store.people.count())).toBe(0);
  });

  it("refuse what they are not for", async () => {
    const desk = openTestDesk({ on });
    const code = await linkOf(desk);
    const wrong = { ok: false, refusal: { code: "invalid_request" } };
    expect(await enter(desk, code, { password: testPassword })).toMatchObject(wrong);
    expect(await enter(desk, code, { person })).toMatchObject(wrong);
    expect(await enter(desk, "x", { password: testPassword, person })).toMatchObject(gone);
    const ada = await setUp(desk);
    const input = { name: "Bob", login: "bob", roles: [], language: "en" } as const;
    const invited = await desk.access.invitePerson({ ...input, ...by(desk, ada.person.id) });
    if (!invited.ok) throw new Error("no");
    const entry = { password: testPassword, person };
    expect(await enter(desk, toLinkCode(invited.value.link.url), entry)).toMatchObject(wrong);
  });

  it("reset a password for who still has the app, and TOTP for who still has the password", async () => {
    const desk = openTestDesk({ on });
    const ada = await setUp(desk);
    const bob = await join(desk, ada, { login: "bob", roles: ["editor"] });
    const { session } = await signIn(desk, bob);
    const reset = async (parts: "password" | "totp" | "both"): Promise<string> => {
      const made = await desk.access.proposeReset({ personId: bob.person.id, parts, ...by(desk, ada.person.id) });
      if (!made.ok || made.value.kind !== "issued") throw new Error(JSON.stringify(made));
      return toLinkCode(made.value.link.url);
    };
    const [no, next] = [{ ok: false, refusal: { code: "not_signed_in" } }, "a quiet harbour at dawn"];
    const byApp = await reset("password");
    expect(await enter(desk, byApp, { password: next, proof: "000000" })).toMatchObject(no);
    expect(await enter(desk, byApp, { password: next, proof: bob.code() })).toMatchObject({ value: { kind: "done" } });
    expect(await enter(desk, byApp, { password: next, proof: bob.code() })).toMatchObject(gone);
    expect(await desk.access.findSessionCaller({ hash: hashSecret(session), at: desk.clock.now() })).toBeNull();

    const byPassword = await reset("totp");
    expect(await enter(desk, byPassword, { proof: testPassword })).toMatchObject(no);
    const entered = await enter(desk, byPassword, { proof: next });
    if (!entered.ok || entered.value.kind !== "totp") throw new Error(JSON.stringify(entered));
    const secret = readTotpText(entered.value.offer.text);
    const totp = toTotpCode(secret, desk.clock.now());
    expect((await desk.access.finishEnrolment({ code: byPassword, totp, at: desk.clock.now() })).ok).toBe(true);
    desk.clock.advance(60_000);
    await signIn(desk, { ...bob, password: next, code: () => toTotpCode(secret, desk.clock.now()) });

    const known = await useLink(desk, `${desk.deps.publicUrl}/reset?code=${await reset("both")}`);
    await signIn(desk, { ...known, person: bob.person });
  });

  it("unlock who was guessed at, by the operator's own hand on the machine", async () => {
    const desk = openTestDesk({ on });
    const ada = await setUp(desk);
    const wrong = { login: "ada", password: "wrong password!!", origin: nowhere };
    for (let tries = 0; tries < 130; tries += 1) {
      await desk.access.signInByPassword({ ...wrong, at: desk.clock.now() });
      desk.clock.advance(3_600_000);
    }
    const right = { login: "ada", password: ada.password, origin: nowhere };
    expect(await desk.access.signInByPassword({ ...right, at: desk.clock.now() })).toMatchObject({ ok: false });
    const issued = await desk.access.issueOperatorReset({ login: "ada", at: desk.clock.now() });
    if (!issued.ok) throw new Error("no");
    const known = await useLink(desk, issued.value.url);
    await signIn(desk, { ...known, person: ada.person });
    const log = await desk.access.listAccessLog({ before: Number.MAX_SAFE_INTEGER, limit: 200 });
    expect(log.filter(({ event }) => event === "sign_in.locked")).toHaveLength(1);
    expect(log.find(({ event }) => event === "reset.issued")?.actor.kind).toBe("operator");
  });
});
