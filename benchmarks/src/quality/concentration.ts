import { summarisePlaces, testConcentration } from "@breakwater/engine/concentration";
import { atLeast, type Benchmark, type Measurement } from "../harness/benchmark.ts";
import { shareInterval } from "../stats/intervals.ts";
import { testUniform } from "../stats/kolmogorov.ts";
import { createRandom, shuffleRange, type Random } from "../stats/random.ts";
import { keepRegular, loadAddressEdits, toTable, type AddressEdits } from "./concentration-data.ts";

const seed = 1;
const groupSize = 20;
/** Twenty hardly ever share anything, so their uniformity says little; five hundred of 2,229 nearly always do. */
const randomSizes = [20, 200, 500];
const powerLevel = 1e-4;

export const concentration: Benchmark = {
  name: "concentration",
  title: "Concentration of networks: calibration on real addresses",
  method:
    "Wikipedia edits of three days from real IPv4 addresses: the address is the account, its /24 the prefix, its /16 stands in for a network (no ASN is known). " +
    "p-values are randomised between P(more) and P(as much), for their law is discrete, and held against the uniform law by Kolmogorov–Smirnov; decisions use the conservative p. " +
    "Groups: sets drawn at random, twenty editors who came one after another, and the editors of one article. Power is semi-synthetic: members are moved onto few new prefixes.",
  needs: ["wiki_ip_edits"],
  run: async (context) => {
    const all = loadAddressEdits();
    const sets = context.quick ? 200 : 500;
    return [
      ...calibrate("regular", keepRegular(all, true), sets),
      ...calibrate("vandalism", keepRegular(all, false), sets),
      ...measurePower(keepRegular(all, true), context.quick ? 20 : 100),
    ];
  },
};

type Group = Int32Array;

function calibrate(name: string, edits: AddressEdits, sets: number): readonly Measurement[] {
  const table = toTable(edits);
  const places = summarisePlaces(table);
  const random = createRandom(seed);
  const kinds: readonly (readonly [string, readonly Group[]])[] = [
    ...randomSizes.map((size) => [`${size} drawn at random`, drawSets(edits, { sets, size }, random)] as const),
    [
      "200 drawn, four with a /16 neighbour (/16 must fail)",
      tieNeighbours(edits, drawSets(edits, { sets, size: 200 }, random), random),
    ],
    ["one after another", listRuns(edits)],
    ["of one article", listArticles(edits)],
  ];
  return kinds.flatMap(([kind, groups]) =>
    (["prefix", "asn"] as const).flatMap((trait) => {
      const tests = groups.flatMap((group) =>
        testConcentration({ table, places, members: group, seed }).traits.filter((test) => test.trait === trait),
      );
      if (tests.length === 0) return [];
      const p = tests.map((test) => test.p - random() * test.pAt);
      const sharing = tests.filter((test) =>
        test.evidence.bars.some((bar) => bar.group * test.evidence.accountsKnown > 1.5),
      ).length;
      const { distance, p: ks } = testUniform(p);
      const small = p.filter((each) => each <= 0.01).length;
      const line = {
        table: "p-values of honest groups",
        what: `${name}, ${kind}, ${trait === "prefix" ? "/24" : "/16"} (${p.length} groups)`,
        data: "wiki_ip_edits",
        seed: String(seed),
      };
      const target = name === "regular" && kind.endsWith("drawn at random") ? { target: atLeast(0.01) } : {};
      return [
        { ...line, metric: "p of Kolmogorov–Smirnov", value: ks, interval: null, ...target },
        // Where hardly a group shares anything, uniformity is the randomiser's own and says nothing.
        { ...line, metric: "groups that share a value", value: sharing / p.length, interval: null },
        { ...line, metric: "distance", value: distance, interval: null },
        { ...line, metric: "share p ≤ 0.01", value: small / p.length, interval: shareInterval(small, p.length) },
      ];
    }),
  );
}

/** Groups in which four members brought somebody of their own /16: a null that is wrong by a little. */
function tieNeighbours(edits: AddressEdits, groups: readonly Group[], random: Random): readonly Group[] {
  const neighbours = new Map<number, number[]>();
  edits.accounts.forEach(({ network }, account) => {
    const known = neighbours.get(network);
    if (known === undefined) neighbours.set(network, [account]);
    else known.push(account);
  });
  return groups.map((group) => {
    const members = new Set(group);
    for (let i = 0; i < 4; i++) {
      const near = neighbours.get(edits.accounts[group[i]].network) ?? [];
      const chosen = near[Math.floor(random() * near.length)];
      if (members.has(chosen)) continue;
      members.delete(group[group.length - 1 - i]);
      members.add(chosen);
    }
    return Int32Array.from(members);
  });
}

function drawSets(
  edits: AddressEdits,
  of: { readonly sets: number; readonly size: number },
  random: Random,
): readonly Group[] {
  const { sets, size } = of;
  const accounts = Int32Array.from(edits.accounts.keys());
  return Array.from({ length: sets }, () => {
    shuffleRange(accounts, [0, accounts.length], random);
    return accounts.slice(0, size);
  });
}

/** Editors in order of their first edit, cut into twenties. */
function listRuns(edits: AddressEdits): readonly Group[] {
  const order = Int32Array.from(new Set(edits.account));
  return Array.from({ length: Math.floor(order.length / groupSize) }, (_, i) =>
    order.slice(i * groupSize, (i + 1) * groupSize),
  );
}

function listArticles(edits: AddressEdits): readonly Group[] {
  const editors = new Map<string, Set<number>>();
  edits.article.forEach((article, row) => {
    const known = editors.get(article) ?? new Set();
    editors.set(article, known.add(edits.account[row]));
  });
  return [...editors.values()].filter((set) => set.size >= 3).map((set) => Int32Array.from(set));
}

/** The /24's own p-value, and the family's, which also asks that enough members hold a place of the group's own. */
function measurePower(edits: AddressEdits, runs: number): readonly Measurement[] {
  const random = createRandom(seed);
  return [4, 6, 10].flatMap((moved) =>
    [1, 2, 3].flatMap((pools): readonly Measurement[] => {
      const results = drawSets(edits, { sets: runs, size: groupSize }, random).map((group) => {
        const places = new Map([...group.subarray(0, moved)].map((account, i) => [account, i % pools]));
        const table = toTable(edits, renumber(places, edits));
        const { test, traits } = testConcentration({ table, places: summarisePlaces(table), members: group, seed });
        const prefix = traits.find(({ trait }) => trait === "prefix")?.p ?? 1;
        return { prefix, family: test.kind === "tested" ? test.p : 1 };
      });
      return (["prefix", "family"] as const).map((key) => {
        const found = results.filter((result) => result[key] <= powerLevel).length;
        return {
          table: "Power, planted prefixes",
          what: `${moved} of ${groupSize} members on ${pools} new /24`,
          metric: `found at p ≤ ${powerLevel}, ${key === "prefix" ? "/24 alone" : "family"}`,
          value: found / runs,
          interval: shareInterval(found, runs),
          data: "wiki_ip_edits, regular",
          seed: String(seed),
        };
      });
    }),
  );
}

/** New prefixes follow the last known one. */
function renumber(places: ReadonlyMap<number, number>, edits: AddressEdits): ReadonlyMap<number, number> {
  const next = edits.accounts.reduce((most, account) => Math.max(most, account.prefix + 1), 0);
  return new Map([...places].map(([account, place]) => [account, next + place]));
}
