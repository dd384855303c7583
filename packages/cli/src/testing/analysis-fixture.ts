import { defaultOptions, type AccountFinding, type Findings, type Group, type Signal } from "@breakwater/engine";
import type { Analysis } from "../analysis.ts";

/** A hand-made analysis with one of everything that outputs can meet, hostile strings included. Not from the engine. */
export function makeAnalysis(overrides: Partial<Findings> = {}): Analysis {
  const findings: Findings = {
    from: start,
    to: start + 14 * day,
    clock: { name: "second", tickMs: 1000 },
    population: {
      actions: 48_213,
      accounts: 6120,
      texts: 20_411,
      samples: 312,
      layers: [{ layer: "sample", objects: 312, rows: 2140 }],
    },
    groups: [campaign(), coordinated()],
    bursts: [
      {
        at: start + 3600_000,
        layer: "sample",
        object: '=HYPERLINK("x")',
        accounts: 12,
        windowMs: 60_000,
        expected: 0.4,
        p: 1e-9,
        actions: ["a1", "@a2"],
        actionsTotal: 12,
      },
    ],
    candidatesTested: 214,
    fdr: 0.01,
    limits: [{ limit: "tiesMax", value: 8_000_000, times: 3 }],
    switchedOff: [{ what: "concentration", reason: "selection_not_stated" }],
    insufficient: [{ what: "origin", reason: "no_creation_times", have: 0, need: 50 }],
    scores: [],
    ...overrides,
  };
  return { findings, input: input(), run: run() };
}

const day = 86_400_000;
const start = Date.UTC(2026, 4, 3, 8);

function input(): Analysis["input"] {
  return {
    sources: [
      {
        name: "harbour & sons <posts>.ndjson",
        format: "ndjson",
        compression: "none",
        encoding: "utf-8",
        delimiter: null,
        preset: null,
        columns: {},
        unmapped: [],
        kindInferred: false,
        rows: 48_240,
        actions: 48_213,
        storedBytes: 1e7,
        bytes: 1e7,
        truncated: false,
      },
    ],
    rows: 48_240,
    actions: 48_213,
    rejected: { missing_time: 27 },
    skipped: {},
    ignored: {},
    masked: { phone: 4 },
    duplicates: 0,
    idsForgotten: 0,
    from: start,
    to: start + 14 * day,
    clock: { name: "second", tickMs: 1000 },
    kinds: { post: 48_213 },
  };
}

function run(): Analysis["run"] {
  return {
    version: "0.1.0",
    node: "24.0.0",
    engine: defaultOptions,
    since: null,
    until: null,
    map: null,
    preset: null,
    stages: [{ stage: "read", seconds: 1.25 }],
    peakMemoryBytes: 123_456_789,
  };
}

function campaign(): Group {
  const names = Array.from({ length: 14 }, (_, index) => `tide_${index + 1}`);
  const accounts = ["=cmd|' /C calc'!A0", '<script>alert("x")</script>', ...names].map((account, index) =>
    member(account, index),
  );
  const text = "The new ferry saves every commuter an hour a day, see it for yourself and tell your friends tonight!";
  return {
    ...skeleton("g1", "campaign", accounts),
    coordinated: [signal({ family: "co_timing", logE: 61, p: null, q: 1e-9 }), signal({ family: "samples", p: 1e-12 })],
    inauthentic: [
      signal({ family: "concentration", axis: "inauthentic", null: "population_share", layer: null, p: 2e-7, q: 4e-7 }),
      signal({ family: "automation", axis: "inauthentic", layer: null, p: 0.3, q: 0.6, significant: false }),
    ],
    samples: [
      {
        representative: text,
        accounts: 16,
        actions: 48,
        variants: [
          { text, account: "tide_1", at: start },
          { text: text.replace("every commuter", "all of us"), account: "tide_2", at: start + 21_000 },
          { text: `${text.slice(0, 60)} 码头新渡轮真快`, account: "tide_3", at: start + 43_000 },
        ],
      },
    ],
    concentration: [
      {
        trait: "prefix",
        effective: 1.8,
        effectiveExpected: 14.2,
        accountsKnown: 16,
        bars: [
          { label: "prefix 1", group: 0.75, population: 0.004 },
          { label: "prefix 2", group: 0.25, population: 0.11 },
        ],
      },
    ],
  };
}

function coordinated(): Group {
  const accounts = Array.from({ length: 7 }, (_, index) => member(`读者_${index + 1}`, index));
  return { ...skeleton("g2", "coordinated", accounts), q: 0.002, logE: 9 };
}

function skeleton(id: string, kind: Group["kind"], accounts: readonly AccountFinding[]): Group {
  return {
    id,
    kind,
    layers: ["sample", "url"],
    from: start,
    to: start + 9 * day,
    logE: 61,
    q: 1e-9,
    coordinated: [signal({ family: "co_timing", logE: 9, p: null, q: 0.002 })],
    inauthentic: [],
    accounts,
    objects: Array.from({ length: 5 }, (_, index) => ({
      layer: "url" as const,
      id: `https://pier.example/${index}?a=1&b="2"`,
      members: accounts.length,
      accounts: accounts.length + 9,
      inWindow: accounts.length - 1,
      expected: 1.2,
      windowFrom: start + index * day,
      windowTo: start + index * day + 60_000,
    })),
    edges: accounts.flatMap((one, index) =>
      accounts.slice(index + 1, index + 5).map((other) => ({
        source: one.account,
        target: other.account,
        layer: "url" as const,
        observed: 5 - (index % 4),
        expected: 0.2,
        q: 1e-4,
        objects: ["https://pier.example/0", "+pier"],
      })),
    ),
    inStepActions: { at: [], account: [], object: [], total: 0 },
    samples: [],
    concentration: [],
    timeline: {
      from: start,
      stepMs: day / 8,
      observed: Array.from({ length: 72 }, (_, index) => (index % 8 === 2 ? 14 : index % 3)),
      expected: Array.from({ length: 72 }, (_, index) => 1.5 + Math.sin(index / 4)),
    },
    explanations: [
      { kind: "breaking_news", fits: "poorly", reason: "no_common_onset", numbers: { onsets: 9 } },
      { kind: "copied_source", fits: "unknown", reason: "no_earlier_copy", numbers: {} },
    ],
    quotes: [],
  };
}

function member(account: string, index: number): AccountFinding {
  return {
    account,
    role: index === 0 ? "operator" : index === 5 ? "source" : "amplifier",
    score: 20 - index,
    q: 0.001,
    actions: 40 + index,
    inStep: 12 - (index % 5),
    families: ["co_timing", "samples"],
    objects: ["https://pier.example/0", "https://pier.example/1"],
    expected: 0.3,
  };
}

function signal(overrides: Partial<Signal>): Signal {
  return {
    family: "co_timing",
    axis: "coordinated",
    null: "A",
    layer: "url",
    statistic: "accounts_in_window",
    observed: 15,
    expected: 1.234,
    logE: null,
    p: 1e-8,
    q: 1e-7,
    effect: null,
    significant: true,
    actions: [{ id: "a1", account: "tide_1", at: start, object: "https://pier.example/0", text: "see <b>it</b>" }],
    actionsTotal: 48,
    ...overrides,
  };
}
