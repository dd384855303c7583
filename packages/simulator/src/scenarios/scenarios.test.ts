import type { Action } from "@breakwater/records";
import { describe, expect, it } from "vitest";
import { dayMs } from "../community/rhythm.ts";
import { scenarioNames, type ScenarioName, type TruthRow } from "../options.ts";
import { createSimulation } from "../simulation.ts";
import { scenarioTable } from "./table.ts";

const startAt = Date.UTC(2026, 2, 2);
const days = 28;

type Play = {
  readonly truth: readonly TruthRow[];
  readonly actions: readonly Action[];
  /** Actions of the accounts in a role of the scenario. */
  readonly by: (...roles: readonly TruthRow["role"][]) => readonly Action[];
  /** Objects that at least `least` of these actions' accounts touched, with the actions in order of time. */
  readonly shared: (actions: readonly Action[], least: number) => readonly (readonly Action[])[];
};

function play(scenario: ScenarioName, seed: number = 1): Play {
  const simulation = createSimulation({ scenarios: [{ scenario }], actions: 8_000, seed, startAt, days });
  const actions = [...simulation.actions()];
  const planted = simulation.truth.filter((row) => row.scenario === scenario);
  const by: Play["by"] = (...roles) => {
    const accounts = new Set(planted.filter((row) => roles.includes(row.role)).map((row) => row.account));
    return actions.filter((action) => accounts.has(action.account));
  };
  const shared: Play["shared"] = (some, least) => {
    const rows = new Map<string, Action[]>();
    for (const action of some) {
      const texts = action.text === undefined ? [] : [{ kind: "text", id: action.text }];
      for (const { kind, id } of [...action.objects, ...texts]) {
        const key = `${kind} ${id}`;
        rows.set(key, [...(rows.get(key) ?? []), action]);
      }
    }
    return [...rows.values()].filter((row) => countOf(row, (action) => action.account) >= least);
  };
  return { truth: planted, actions, by, shared };
}

function countOf(actions: readonly Action[], key: (action: Action) => unknown): number {
  return new Set(actions.map(key)).size;
}

function spanOf(actions: readonly Action[]): number {
  return (actions.at(-1)?.at ?? 0) - (actions[0]?.at ?? 0);
}

describe.each(scenarioNames)("%s", (scenario) => {
  const { nature, defaults, description } = scenarioTable[scenario];
  const { truth, by, shared } = play(scenario);

  it("has the size and the nature that it says", () => {
    expect(truth.filter((row) => row.nature === nature).length).toBe(defaults.size);
    expect(truth.every((row) => row.nature === nature || row.nature === "background")).toBe(true);
    expect(description.en.length).toBeGreaterThan(20);
    expect(description.zh.length).toBeGreaterThan(8);
  });

  it("does together as many things as it says", () => {
    const core = by("operator", "amplifier", "member");
    expect(shared(core, Math.max(3, defaults.size * defaults.join * 0.25)).length).toBeGreaterThanOrEqual(
      Math.min(3, defaults.objects),
    );
  });

  it("leaves its members their own life", () => {
    if (defaults.camouflage < 0.3) return;
    const core = by("operator", "amplifier", "member");
    expect(countOf(core, (action) => action.kind)).toBeGreaterThan(4);
  });
});

describe("campaigns", () => {
  it.each(["copy_paste_hype", "slow_drip", "review_bombing", "mass_reporting", "framing"] as const)(
    "%s comes from few addresses and devices, but not from those alone",
    (scenario) => {
      const { by } = play(scenario);
      const core = by("operator", "amplifier");
      const counts = new Map<string, number>();
      for (const { network } of core) {
        const address = network?.address ?? "";
        counts.set(address, (counts.get(address) ?? 0) + 1);
      }
      const { addressPool } = scenarioTable[scenario].defaults;
      const top = [...counts.values()].sort((a, b) => b - a).slice(0, addressPool);
      const share = top.reduce((sum, count) => sum + count, 0) / core.length;
      expect(share).toBeGreaterThan(0.4);
      expect(share).toBeLessThan(0.95);
    },
  );

  it.each(["paraphrase_army", "review_bombing", "live_room_inflation"] as const)(
    "%s was registered within days",
    (scenario) => {
      const created = play(scenario)
        .by("operator", "amplifier")
        .map((action) => action.createdAt ?? 0);
      expect(Math.max(...created) - Math.min(...created)).toBeLessThanOrEqual(5 * dayMs);
    },
  );

  it("dormant_woken is silent until one day, and years old", () => {
    const { by } = play("dormant_woken");
    const core = by("operator", "amplifier");
    expect((core[0]?.at ?? 0) - startAt).toBeGreaterThan(days * 0.4 * dayMs);
    expect(Math.max(...core.map((action) => action.createdAt ?? 0))).toBeLessThan(startAt - 365 * dayMs);
  });

  it("slow_drip goes on for weeks, with hours between copies", () => {
    const { by, shared } = play("slow_drip");
    const waves = shared(by("operator", "amplifier"), 8).filter(([first]) => first?.kind === "post");
    expect(spanOf(waves.flat().sort((a, b) => a.at - b.at))).toBeGreaterThan(18 * dayMs);
    for (const wave of waves) expect(spanOf(wave)).toBeGreaterThan(3_600_000);
  });

  it("camouflaged accounts act for themselves nine times in ten", () => {
    const { by, shared } = play("camouflaged");
    const core = by("operator", "amplifier");
    const forCause = new Set(shared(core, 10).flat()).size;
    expect(forCause / core.length).toBeGreaterThan(0.06);
    expect(forCause / core.length).toBeLessThan(0.15);
  });

  it("mass_reporting reports the victim's posts, after they were posted", () => {
    const { by } = play("mass_reporting");
    const posts = new Map(by("victim").map((action) => [action.id, action.at]));
    const targetOf = (action: Action): string => action.objects[0]?.id ?? "";
    const reports = by("operator", "amplifier").filter((action) => action.kind === "report");
    const hers = reports.filter((report) => posts.has(targetOf(report)));
    expect(hers.length).toBeGreaterThan(reports.length * 0.9);
    expect(countOf(hers, targetOf)).toBe(scenarioTable.mass_reporting.defaults.objects);
    for (const report of hers) expect(posts.get(targetOf(report))).toBeLessThan(report.at);
  });

  it("live_room_inflation claims prizes sooner than the audience", () => {
    const { by } = play("live_room_inflation");
    const core = by("operator", "amplifier");
    for (const kind of ["join", "like", "gift", "prize_claim"]) {
      expect(core.some((action) => action.kind === kind)).toBe(true);
    }
    const devices = new Map<string, number>();
    for (const { device = "" } of core) devices.set(device, (devices.get(device) ?? 0) + 1);
    const farm = [...devices.values()].sort((a, b) => b - a).slice(0, 12);
    expect(farm.reduce((sum, count) => sum + count, 0) / core.length).toBeGreaterThan(0.9);
    expect(by("bystander").some((action) => action.kind === "prize_claim")).toBe(true);
  });

  it.each([1, 2, 3, 4, 5])("framing, seed %d: the activist is first on everything that is copied from her", (seed) => {
    const { actions, by, truth } = play("framing", seed);
    const activist = truth.find((row) => row.role === "source");
    expect(activist?.nature).toBe("background");
    const army = new Set(by("operator", "amplifier").map((action) => action.account));
    let copied = 0;
    const hers = by("source").filter(({ objects }) => objects.some(({ kind }) => kind === "url"));
    for (const object of hers.flatMap((action) => action.objects)) {
      const touching = actions.filter(({ objects }) =>
        objects.some(({ kind, id }) => kind === object.kind && id === object.id),
      );
      if (!touching.some((action) => army.has(action.account))) continue;
      copied++;
      expect(touching[0]?.account).toBe(activist?.account);
    }
    expect(copied).toBeGreaterThanOrEqual(20);
  });
});

describe("honest crowds", () => {
  it("school_address and carrier_nat share an address and little else", () => {
    for (const scenario of ["school_address", "carrier_nat"] as const) {
      const { by } = play(scenario);
      const members = by("member");
      const addresses = new Map<string, Set<string>>();
      for (const { account, network } of members) {
        const address = network?.address ?? "";
        addresses.set(address, (addresses.get(address) ?? new Set()).add(account));
      }
      const largest = Math.max(...[...addresses.values()].map((accounts) => accounts.size));
      expect(largest).toBeGreaterThan(scenarioTable[scenario].defaults.size / 2);
      expect(countOf(members, (action) => action.device)).toBeGreaterThanOrEqual(countOf(members, (a) => a.account));
    }
  });

  it.each(["petition", "share_button", "fan_club", "breaking_news"] as const)(
    "%s writes the same text from everybody's own line",
    (scenario) => {
      const members = play(scenario).by("member");
      const texts = new Map<string, Set<string>>();
      for (const { account, text = "" } of members) texts.set(text, (texts.get(text) ?? new Set()).add(account));
      texts.delete("");
      expect(Math.max(...[...texts.values()].map((accounts) => accounts.size))).toBeGreaterThan(10);
      expect(countOf(members, (action) => action.network?.address)).toBeGreaterThan(
        scenarioTable[scenario].defaults.size * 0.9,
      );
    },
  );

  it("scheduled_firm posts at the full hour through the common service", () => {
    const posts = play("scheduled_firm")
      .by("member")
      .filter((action) => action.client === "scheduler" && action.objects.some(({ kind }) => kind === "url"));
    expect(posts.filter((action) => action.at % 3_600_000 <= 1_000).length / posts.length).toBeGreaterThan(0.8);
  });

  it("live_bloggers quote the same line within minutes", () => {
    const { by } = play("live_bloggers");
    const quotes = by("member").flatMap(({ at, text = "" }) => {
      const quote = /^“(.*?)”/u.exec(text)?.[1];
      return quote === undefined ? [] : [{ at, quote }];
    });
    const firsts = new Map<string, number>();
    for (const { at, quote } of quotes) if (!firsts.has(quote)) firsts.set(quote, at);
    expect(quotes.length).toBeGreaterThan(2 * firsts.size);
    for (const { at, quote } of quotes) expect(at - (firsts.get(quote) ?? 0)).toBeLessThan(90_000);
  });
});
