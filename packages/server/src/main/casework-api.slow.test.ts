import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { configSchema } from "../config/schema.ts";
import { startService, type RunningService } from "./start-service.ts";
import { listSnippets, runSnippet } from "./testing/page-snippets.ts";
import { signInStaff } from "./testing/staff.ts";

// The page as somebody follows it: its snippets as they are printed, one after the other, against a service that was really started.
const page = readFileSync(join(import.meta.dirname, "../../../../docs/casework-api.md"), "utf8");
describe.each([
  { reads: "en", ownProposal: /None of your roles may do this/, hidden: /who decided first is not shown/ },
  { reads: "zh-Hans", ownProposal: /[\u4e00-\u9fff]/, hidden: /[\u4e00-\u9fff]/ },
])("docs/casework-api.md, read in $reads", (told) => {
  const root = mkdtempSync(join(tmpdir(), "breakwater-casework-"));
  let service: RunningService;
  let env: Readonly<Record<string, string>>;
  let auditor: Readonly<Record<string, string>>;

  beforeAll(async () => {
    const storage = { data: join(root, "data"), keys: join(root, "keys") };
    const notices = { dispute_body: "Any certified out-of-court body.", court: "The court at your home." };
    const config = configSchema.parse({ service: { port: 0 }, storage, notices });
    service = await startService(config, pino({ level: "silent" }));
    const people = await signInStaff(service, {
      eda: ["editor"],
      leo: ["legal"],
      tian: ["triage"],
      ana: ["analyst"],
      cho: ["approver"],
      rei: ["appeal_reviewer"],
      aud: ["auditor"],
    });
    const scopes = ["notices:read", "notices:deliver", "effects:read", "effects:write", "metrics:read"] as const;
    const input = { name: "platform", scopes, expiresInDays: null, actor: { kind: "operator", id: null } } as const;
    const token = await service.access.createToken({ ...input, at: Date.now() });
    if (!token.ok) throw new Error("no token");
    const cookieOf = (session: string): string => `cookie: breakwater-session=${session}`;
    env = {
      BREAKWATER_URL: service.publicUrl,
      EDA: cookieOf(people.eda),
      LEO: cookieOf(people.leo),
      TIAN: cookieOf(people.tian),
      ANA: cookieOf(people.ana),
      CHO: cookieOf(people.cho),
      REI: cookieOf(people.rei),
      PLATFORM: `authorization: Bearer ${token.value.secret}`,
    };
    auditor = { cookie: `breakwater-session=${people.aud}` };
  }, 120_000);
  afterAll(async () => {
    await service.close();
    rmSync(root, { recursive: true, force: true });
  });

  it("takes one case by hand, to the end", { timeout: 180_000 }, async () => {
    const script = ["set -e", ...listSnippets(page, "sh"), 'echo "$decision"'].join("\n");
    const reads = { ...env, READS: told.reads };
    const lines = (await runSnippet(script, { language: "sh", folder: root, env: reads })).trim().split("\n");
    const decision = lines.at(-1) ?? "";
    expect(lines.map((line) => line.replaceAll(/(?:case|decision)-[\w-]+/g, "<id>"))).toEqual([
      "reviewed",
      "published",
      "<id>",
      "investigating",
      "8",
      "hearing",
      "delivered",
      expect.stringContaining("decision"),
      expect.stringContaining("决定"),
      "proposed",
      expect.stringMatching(told.ownProposal),
      "<id>",
      "delivered",
      "confirmed",
      "active",
      "<id>",
      expect.stringMatching(told.hidden),
      "restoring",
      "confirmed",
      "restored",
      "<id>",
    ]);
    // Who looked is written down, with the routes by which they did.
    const views = await fetch(`${service.url}/v1/views?object=decision&id=${decision}`, { headers: auditor });
    const { items } = (await views.json()) as { items: readonly { route: string; refused: string | null }[] };
    expect(items.length).toBeGreaterThan(2);
    expect(items.every(({ route, refused }) => route === "getDecision" && refused === null)).toBe(true);
    const metrics = await fetch(`${service.url}/metrics`, {
      headers: { authorization: env["PLATFORM"]?.slice(15) ?? "" },
    });
    expect(await metrics.text()).toMatch(/^breakwater_effects_without_decision 0$/m);
    // An administrator's rooms are others, and a token opens no case.
    const token = { authorization: env["PLATFORM"]?.slice(15) ?? "" };
    expect((await fetch(`${service.url}/v1/cases`, { headers: token })).status).toBe(403);
  });
});
