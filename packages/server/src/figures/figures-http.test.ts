import { playHistory } from "@breakwater/casework/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMemoryCaseworkStore } from "../casework/store/memory-casework-store.ts";
import { asToken, openTestFront, type TestFront } from "../http/testing/test-front.ts";
import { createFigureKeeper, type FigureKeeper } from "./figure-keeper.ts";
import { createFiguresPages } from "./figures-pages.ts";
import { createFiguresRoutes } from "./routes.ts";

const clock = { at: 1_000_000 };
const nothingPublished = { statements: null, claims: { list: async () => [], versions: async () => null } };
let figures: FigureKeeper;
let front: TestFront;
let withheld: TestFront;

async function open(isPublic: boolean): Promise<TestFront> {
  const plugins = [createFiguresPages({ figures, isPublic, briefing: nothingPublished, now: () => clock.at })];
  return openTestFront(createFiguresRoutes({ figures }), { plugins });
}

beforeAll(async () => {
  const store = createMemoryCaseworkStore();
  const versions = new Map<string, number>();
  for (const { object, id, event } of playHistory(6, 900).desk.events) {
    const version = (versions.get(`${object}/${id}`) ?? 0) + 1;
    versions.set(`${object}/${id}`, version);
    await store.appendEvent({ object, id, version, event });
  }
  figures = createFigureKeeper(store);
  front = await open(true);
  withheld = await open(false);
});
afterAll(async () => {
  await front.app.close();
  await withheld.app.close();
});

const get = (path: string, headers: Record<string, string> = {}, from: TestFront = front): Promise<Response> =>
  fetch(`${from.url}${path}`, { headers });

describe("GET /v1/figures", () => {
  it("gives what the contract says, to whoever may read figures", async () => {
    expect((await get("/v1/figures")).status).toBe(401);
    expect((await get("/v1/figures", asToken(["ledger:read"]))).status).toBe(403);
    const answer = await get("/v1/figures?from=2026-03&to=2026-05", asToken(["figures:read"]));
    expect(answer.status).toBe(200);
    const body = (await answer.json()) as { period: unknown; figures: readonly { key: string }[]; events: number };
    expect(body.period).toEqual({ from: "2026-03", to: "2026-05" });
    expect(body.figures.length).toBeGreaterThan(90);
    expect(body.events).toBeGreaterThan(500);
  });

  it.each(["from=2026-3", "from=2026-13", "from=2026-05&to=2026-04", "month=2026-04"])("refuses ?%s", async (query) => {
    expect((await get(`/v1/figures?${query}`, asToken())).status).toBe(400);
  });
});

describe("/figures", () => {
  it.each([
    ["en", "What must be 0"],
    ["zh-Hans", "必须为 0 的数字"],
  ])("is one small page without script in %s", async (lang, words) => {
    const answer = await get(`/figures?lang=${lang}`);
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(30_720);
    expect(page).toContain(words);
    expect(page).not.toMatch(/<script|style="/);
    expect(page.split("<figcaption>").length).toBe(page.split("<svg").length);
  });

  it("takes nonsense for the whole time, and puts nothing of it into the page", async () => {
    const page = await (await get('/figures?from="><script>&to=x&lang=<b>')).text();
    expect(page).not.toContain("<script");
    expect(page).toContain("whole months");
  });

  it("is there as data, and says so where it is withheld", async () => {
    const csv = await get("/figures.csv?lang=en");
    expect(csv.headers.get("content-type")).toContain("text/csv");
    expect(await csv.text()).toMatch(/^figure,kind,name/);
    expect(await (await get("/figures.json")).json()).toMatchObject({ version: 1 });
    const page = await (await get("/figures?lang=en", {}, withheld)).text();
    expect(page).toContain("Figures withheld");
    expect((await get("/figures.csv", {}, withheld)).status).toBe(404);
  });

  it("reads anew after half a minute, not at every knock", async () => {
    const before = figures;
    let asked = 0;
    const counting: FigureKeeper = { figures: (period) => ((asked += 1), before.figures(period)) };
    const plugins = [
      createFiguresPages({ figures: counting, isPublic: true, briefing: nothingPublished, now: () => clock.at }),
    ];
    const own = await openTestFront([], { plugins });
    for (let knock = 0; knock < 5; knock += 1) await get("/figures", {}, own);
    expect(asked).toBe(1);
    clock.at += 31_000;
    await get("/figures", {}, own);
    expect(asked).toBe(2);
    await own.app.close();
  });
});
