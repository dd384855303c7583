import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as joinPath } from "node:path";
import { expect, it } from "vitest";
import { toTotpText } from "./secrets/totp.ts";
import { openTestApp } from "./testing/test-app.ts";
import { TestBrowser } from "./testing/test-browser.ts";
import { openTestDesk, publicUrl } from "./testing/test-desk.ts";
import { setUp, signIn, toLinkCode } from "./testing/test-people.ts";

it("no secret, no address and no login that was guessed at stands in the files", async () => {
  const folder = mkdtempSync(joinPath(tmpdir(), "breakwater-access-"));
  const desk = openTestDesk({ on: "sqlite", path: joinPath(folder, "state.sqlite") });
  const { app, log } = await openTestApp(desk);
  const setup = await desk.access.openSetup({ at: desk.clock.now() });
  const ada = await setUp(desk);
  const { session, device } = await signIn(desk, ada);
  const by = { actor: { kind: "person", id: ada.person.id }, at: desk.clock.now() } as const;
  const made = await desk.access.createToken({ name: "forum", scopes: ["check"], expiresInDays: 1, ...by });
  const invitation = { name: "Bob", login: "bob", roles: [], language: "en", ...by } as const;
  const invited = await desk.access.invitePerson(invitation);
  const from = { issuer: "https://id.example", subject: "subject-of-cy", name: "Cy", language: "en" } as const;
  await desk.access.signInByProvider({ ...from, roles: ["editor"], at: desk.clock.now() });
  const browser = new TestBrowser(app, publicUrl);
  await browser.get("/login");
  await browser.submit("/login", { login: "guessed-at", password: "guessed password" });
  if (!made.ok || !invited.ok) throw new Error("no");

  const files = readdirSync(folder).map((name) => readFileSync(joinPath(folder, name)));
  const all = Buffer.concat([...files, Buffer.from(log.join("\n"))]);
  expect(all.includes("forum")).toBe(true);
  const secrets = {
    password: ada.password,
    recovery: ada.recoveryCodes[0],
    "recovery without hyphens": ada.recoveryCodes[0]?.replaceAll("-", ""),
    setup: toLinkCode(setup?.url ?? ""),
    invitation: toLinkCode(invited.value.link.url),
    "TOTP secret": Buffer.from(ada.secret),
    "TOTP secret as text": toTotpText(ada.secret),
    session,
    device,
    token: made.value.secret,
    subject: "subject-of-cy",
    "login that was guessed at": "guessed-at",
    "password that was guessed": "guessed password",
    network: "127.0.0.1",
  };
  for (const [name, secret] of Object.entries(secrets)) {
    expect([name, secret !== undefined && secret.length > 0 && all.includes(secret)]).toEqual([name, false]);
  }
});
