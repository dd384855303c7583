import { describe, expect, it } from "vitest";
import { openTestDesk, type TestDesk } from "./testing/test-desk.ts";
import { join, setUp, signIn, toLinkCode } from "./testing/test-people.ts";
import type { PersonChange } from "./people.ts";
import { hashSecret } from "./secrets/codes.ts";

const by = ({ clock }: TestDesk, id: string) => ({ actor: { kind: "person", id }, at: clock.now() }) as const;
const refused = { ok: false, refusal: { code: "refused" } };

async function changeBy(desk: TestDesk, actorId: string, id: string, change: PersonChange) {
  const { version = 0 } = (await desk.access.findPerson({ id })) ?? {};
  return desk.access.changePerson({ id, ifVersion: version, change, ...by(desk, actorId) });
}

describe.each(["memory", "sqlite"] as const)("people, on %s", (on) => {
  it("give nobody a role by their own hand", async () => {
    const desk = openTestDesk({ on });
    const ada = await setUp(desk);
    const bob = await join(desk, ada, { login: "bob", roles: ["admin"] });
    const [adaId, bobId] = [ada.person.id, bob.person.id];
    expect(await changeBy(desk, adaId, adaId, { roles: ["admin", "approver"] })).toMatchObject(refused);
    expect((await changeBy(desk, bobId, adaId, { roles: ["admin", "approver"] })).ok).toBe(true);
    expect((await changeBy(desk, adaId, adaId, { roles: ["admin"] })).ok).toBe(true);
  });

  it("always leave one administrator who can act", async () => {
    const desk = openTestDesk({ on });
    const ada = await setUp(desk);
    const id = ada.person.id;
    const invitation = { name: "Bob", login: "bob", roles: ["admin"], language: "en" } as const;
    await desk.access.invitePerson({ ...invitation, ...by(desk, id) });
    expect(await changeBy(desk, id, id, { disabled: true })).toMatchObject(refused);
    expect(await changeBy(desk, id, id, { roles: [] })).toMatchObject(refused);
    const cy = await join(desk, ada, { login: "cy", roles: ["admin"] });
    expect((await changeBy(desk, cy.person.id, id, { disabled: true })).ok).toBe(true);
    expect(await changeBy(desk, cy.person.id, cy.person.id, { roles: [] })).toMatchObject(refused);
  });

  it("lose their sessions, links and waiting resets where they are disabled", async () => {
    const desk = openTestDesk({ on });
    const ada = await setUp(desk);
    const bob = await join(desk, ada, { login: "bob", roles: ["editor"] });
    const { session } = await signIn(desk, bob);
    const reset = await desk.access.proposeReset({
      personId: bob.person.id,
      parts: "both",
      ...by(desk, ada.person.id),
    });
    if (!reset.ok || reset.value.kind !== "issued") throw new Error("no");
    await changeBy(desk, ada.person.id, bob.person.id, { disabled: true });
    const at = desk.clock.now();
    expect(await desk.access.findSessionCaller({ hash: hashSecret(session), at })).toBeNull();
    expect(await desk.access.openLink({ code: toLinkCode(reset.value.link.url), at })).toMatchObject({ ok: false });
    await changeBy(desk, ada.person.id, bob.person.id, { disabled: false });
    expect(await desk.access.openLink({ code: toLinkCode(reset.value.link.url), at })).toMatchObject({ ok: false });
    await signIn(desk, bob);
  });

  it("are changed at the version that was read, and have one login each", async () => {
    const desk = openTestDesk({ on });
    const ada = await setUp(desk);
    const id = ada.person.id;
    const stale = { id, ifVersion: 9, change: { name: "X" }, ...by(desk, id) };
    expect(await desk.access.changePerson(stale)).toMatchObject({ refusal: { code: "precondition_failed" } });
    expect(await desk.access.changePerson({ ...stale, id: "none" })).toMatchObject({ refusal: { code: "not_found" } });
    const twin = { name: "Ada", login: "ada", roles: [], language: "en", ...by(desk, id) } as const;
    expect(await desk.access.invitePerson(twin)).toMatchObject({ refusal: { code: "conflict" } });
  });

  it("are reset by two administrators where there are two beside them, and by one where there is one", async () => {
    const desk = openTestDesk({ on });
    const ada = await setUp(desk);
    const bob = await join(desk, ada, { login: "bob", roles: ["editor"] });
    const propose = (actorId: string) =>
      desk.access.proposeReset({ personId: bob.person.id, parts: "both", ...by(desk, actorId) });
    expect(await propose(ada.person.id)).toMatchObject({ ok: true, value: { kind: "issued" } });
    expect(await propose(bob.person.id)).toMatchObject(refused);
    const cy = await join(desk, ada, { login: "cy", roles: ["admin"] });
    const waiting = await propose(ada.person.id);
    if (!waiting.ok || waiting.value.kind !== "waiting") throw new Error(JSON.stringify(waiting));
    const { id } = waiting.value.reset;
    const confirmBy = (actorId: string) => desk.access.confirmReset({ id, ...by(desk, actorId) });
    expect(await confirmBy(ada.person.id)).toMatchObject(refused);
    expect(await confirmBy(bob.person.id)).toMatchObject(refused);
    expect(await desk.access.listResets({ at: desk.clock.now() })).toHaveLength(1);
    expect(await confirmBy(cy.person.id)).toMatchObject({ ok: true, value: { kind: "issued" } });
    expect(await confirmBy(cy.person.id)).toMatchObject({ refusal: { code: "not_found" } });

    const late = await propose(ada.person.id);
    if (!late.ok || late.value.kind !== "waiting") throw new Error("no");
    desk.clock.advance(3 * 86_400_000);
    const lateBy = { id: late.value.reset.id, ...by(desk, cy.person.id) };
    expect(await desk.access.confirmReset(lateBy)).toMatchObject({ refusal: { code: "not_found" } });
  });

  it("leave a trail of who did what, which holds no secret, and a notice beside each change", async () => {
    const desk = openTestDesk({ on });
    const ada = await setUp(desk);
    const bob = await join(desk, ada, { login: "bob", roles: ["editor"] });
    await changeBy(desk, ada.person.id, bob.person.id, { roles: ["triage"], name: "Robert" });
    const token = { name: "forum", scopes: ["check"], expiresInDays: null, ...by(desk, ada.person.id) } as const;
    const made = await desk.access.createToken(token);
    const log = await desk.access.listAccessLog({ before: Number.MAX_SAFE_INTEGER, limit: 100 });
    expect(log.map(({ event }) => event)).toEqual([
      "token.created",
      "person.changed",
      "person.joined",
      "person.invited",
      "person.set_up",
    ]);
    expect(log[1]).toMatchObject({
      actor: { kind: "person", id: ada.person.id },
      subject: { kind: "person", id: bob.person.id },
      facts: { gained: ["triage"], lost: ["editor"], name: "changed" },
    });
    const text = JSON.stringify(log);
    for (const secret of [bob.password, "Robert", made.ok ? made.value.secret : ""]) expect(text).not.toContain(secret);
    const notices = await desk.deps.outbox.readAfter(0, 100);
    expect(notices.map(({ kind }) => kind)).toEqual(log.map(() => "access.changed"));
  });
});
