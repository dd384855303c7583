import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { configSchema } from "../config/schema.ts";
import { startService, type RunningService } from "./start-service.ts";

const folder = mkdtempSync(join(tmpdir(), "breakwater-determinations-"));
let service: RunningService;
let token = "";
const sessions = new Map<string, string>();

beforeAll(async () => {
  const storage = { data: join(folder, "data"), keys: join(folder, "keys") };
  service = await startService(configSchema.parse({ service: { port: 0 }, storage }), pino({ level: "silent" }));
  const scopes = ["check", "figures:read"] as const;
  const operator = { kind: "operator", id: null } as const;
  const made = await service.access.createToken({
    name: "forum",
    scopes: [...scopes],
    expiresInDays: null,
    actor: operator,
    at: Date.now(),
  });
  if (!made.ok) throw new Error("no token");
  token = made.value.secret;
  for (const subject of ["ana", "bo", "cy"]) {
    const person = {
      issuer: "https://idp.example",
      subject,
      name: subject,
      language: "en",
      roles: ["editor"],
    } as const;
    const done = await service.access.signInByProvider({ ...person, roles: [...person.roles], at: Date.now() });
    if (!done.ok) throw new Error("not in");
    sessions.set(subject, done.value.session);
  }
});
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

type Answer = { readonly status: number; readonly body: Readonly<Record<string, unknown>>; readonly etag: string };

async function asEditor(who: string, path: string, body: unknown = {}, etag?: string): Promise<Answer> {
  const response = await fetch(`${service.url}${path}`, {
    method: "POST",
    headers: {
      cookie: `breakwater-session=${sessions.get(who)}`,
      "sec-fetch-site": "same-origin",
      origin: service.url,
      "content-type": "application/json",
      ...(etag === undefined ? {} : { "if-match": etag }),
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    body: text === "" ? {} : (JSON.parse(text) as Record<string, unknown>),
    etag: response.headers.get("etag") ?? "",
  };
}

async function check(text: string): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(`${service.url}/v1/check`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ text, deadlineMs: 500 }),
  });
  return (await response.json()) as Readonly<Record<string, unknown>>;
}

/** How long until the check answers so; at most a second. */
async function until(text: string, band: string): Promise<number> {
  const begun = performance.now();
  let last: unknown;
  while (performance.now() - begun < 1_000) {
    last = (await check(text))["band"];
    if (last === band) return performance.now() - begun;
    await wait(5);
  }
  return expect.fail(`not ${band} within a second, but ${String(last)}`);
}

const claim = "The harbour bridge will be closed for a whole year from Monday on";
const corrected = "The town hall tower was sold to a company abroad for 300 million last week";

describe("a determination", () => {
  it("reaches the check within a second: published, corrected, withdrawn", async () => {
    // The index is made once.
    await check(claim);
    const made = await asEditor("ana", "/v1/claims", {
      claim,
      verdict: "false",
      sources: [
        { text: "Closure plan", kind: "document", publisher: "Port authority" },
        { text: "Our visit on Monday", kind: "witness", publisher: "Harbour desk" },
      ],
      rightOfReply: "We asked whoever posted it first; they did not answer.",
    });
    expect(made.status).toBe(201);
    const path = `/v1/claims/${String(made.body["id"])}`;
    let { etag } = made;
    const act = async (who: string, what: string, body: unknown = {}): Promise<void> => {
      const answer = await asEditor(who, `${path}/${what}`, body, etag);
      expect([what, answer.status]).toEqual([what, 200]);
      etag = answer.etag;
    };
    // Nobody reviews their own; two others do.
    expect((await asEditor("ana", `${path}/review`, {}, etag)).status).toBe(409);
    await act("bo", "review");
    expect((await check(claim))["band"]).not.toBe("recognised");
    await act("cy", "review");
    await act("ana", "publish", { url: "https://desk.example/bridge" });
    expect(await until(claim, "recognised")).toBeLessThan(1_000);

    await act("bo", "correct", { changes: { claim: corrected }, reason: "It was about the tower." });
    // What was published stands until the correction has its own two reviewers.
    expect((await check(claim))["band"]).toBe("recognised");
    await act("ana", "review");
    await act("cy", "review");
    await act("bo", "publish");
    expect(await until(corrected, "recognised")).toBeLessThan(1_000);
    await until(claim, "nothing");

    // CW-145, over the API: a reader without an account asks, an editor answers, casework and console see it.
    const asking = await fetch(`${service.url}${path}/corrections`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ text: "It was 200 million." }),
    });
    expect(asking.status).toBe(201);
    const asked = (await asking.json()) as { request: string; link: string };
    const headers = { cookie: `breakwater-session=${sessions.get("cy")}` };
    const listed = await fetch(`${service.url}/v1/corrections?sort=due`, { headers });
    const { items } = (await listed.json()) as { items: readonly { id: string; claim: string; version: number }[] };
    expect(items).toMatchObject([{ id: made.body["id"], claim: corrected, status: "asked" }]);
    const answering = { kind: "answer_correction", request: asked.request, answer: "Two papers say 300." };
    const answered = await asEditor(
      "cy",
      `/v1/corrections/${String(made.body["id"])}/commands`,
      answering,
      `"${items[0]?.version ?? 0}"`,
    );
    expect(answered).toMatchObject({ status: 200, body: { status: "answered", open: 0, answered: 1 } });
    expect(await (await fetch(asked.link.replace(/^https?:\/\/[^/]+/, service.url))).text()).toContain(
      "Two papers say 300.",
    );
    expect((await fetch(`${service.url}/v1/corrections`)).status).toBe(401);

    await act("cy", "withdraw", { reason: "It was sold after all." });
    expect(await until(corrected, "nothing")).toBeLessThan(1_000);

    // Casework's record of it is what figures and ledger have.
    const answer = await fetch(`${service.url}/v1/figures`, { headers: { authorization: `Bearer ${token}` } });
    const { figures } = (await answer.json()) as { figures: readonly { key: string; count?: number }[] };
    const count = (key: string) => figures.find((figure) => figure.key === key)?.count;
    expect(["published", "corrected", "withdrawn"].map((what) => count(`determinations_${what}`))).toEqual([1, 1, 1]);
    expect([count("corrections_asked"), count("corrections_answered")]).toEqual([1, 1]);
    const page = await fetch(`${service.url}/figures?lang=en`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("Debunks published");
  });
});
