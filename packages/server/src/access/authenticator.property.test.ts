import fc from "fast-check";
import { expect, it } from "vitest";
import { createAuthenticator } from "./authenticator.ts";
import { openTestDesk, publicUrl } from "./testing/test-desk.ts";

const operator = { kind: "operator", id: null } as const;
const tokens = 4;

type Step =
  | { readonly kind: "ask"; readonly token: number }
  | { readonly kind: "revoke"; readonly token: number }
  | { readonly kind: "wait"; readonly ms: number };

const token = fc.integer({ min: 0, max: tokens - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("ask" as const), token }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("revoke" as const), token }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("wait" as const),
      ms: fc.constantFrom(-3_000, 1, 2_500, 5_000, 86_400_000),
    }),
  },
);

it.each([
  { hears: true, lateMs: 0 },
  { hears: false, lateMs: 5_000 },
])("what is remembered is what the store says, at most $lateMs ms late (hears of changes: $hears)", async (rule) => {
  const property = fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
    const { access, clock } = openTestDesk();
    const open = (rememberedMs: number) => createAuthenticator({ access, publicUrl, now: clock.now, rememberedMs });
    const [fast, slow] = [open(5_000), open(0)];
    const made = [];
    for (let index = 0; index < tokens; index += 1) {
      const input = { name: `t${index}`, scopes: ["check"], expiresInDays: index % 2 === 0 ? 1 : null } as const;
      const created = await access.createToken({ ...input, actor: operator, at: clock.now() });
      if (!created.ok) throw new Error("no");
      made.push({ ...created.value, revokedAt: Infinity });
    }
    let stepsBack = 0;
    for (const one of steps) {
      if (one.kind === "wait") {
        if (one.ms < 0) stepsBack += 1;
        clock.advance(one.ms);
        continue;
      }
      const chosen = made[one.token];
      if (chosen === undefined) throw new Error("no");
      if (one.kind === "revoke") {
        await access.revokeToken({ id: chosen.token.id, actor: operator, at: clock.now() });
        chosen.revokedAt = Math.min(chosen.revokedAt, clock.now());
        if (rule.hears) fast.forget();
        continue;
      }
      const request = { method: "GET", headers: { authorization: `Bearer ${chosen.secret}` } };
      const [said, true_] = [await fast.authenticate(request), await slow.authenticate(request)];
      // The only untruth that is allowed: a revoked token, for as long as it may be remembered.
      const isLate = true_.kind === "anonymous" && clock.now() - chosen.revokedAt < rule.lateMs && stepsBack === 0;
      if (!isLate && (rule.hears || stepsBack === 0)) expect(said).toEqual(true_);
    }
  });
  await fc.assert(property, { seed: 5, numRuns: 150 });
});
