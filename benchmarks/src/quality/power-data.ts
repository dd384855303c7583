import type { Columns } from "../data/columns.ts";
import { type BaseName, compare, powerBase, sha256 } from "./power-base.ts";

export const powerGrid = {
  sizes: [5, 10, 30, 100],
  objects: [2, 5, 10],
  jitterS: [10, 60, 600, 21_600],
  camouflagePercent: [0, 50, 90],
} as const;

export type PowerOptions = {
  readonly base: BaseName;
  readonly jitterS: number;
  /** Share of an account's actions that are random honest ones: 0, 50 or 90. */
  readonly camouflagePercent: number;
  /** Probability that a member joins each of its group's actions; 1 in the table that the peers were run on. */
  readonly join?: number;
  /** 1, the default, is the file that the peers were run on; others deal the base and draw the groups anew. */
  readonly draw?: number;
};

export type PowerFile = {
  /** The shuffled base, then the added rows. */
  readonly rows: Columns;
  readonly baseRows: number;
  readonly injected: ReadonlySet<string>;
  /** Injected account → its group, `<size>x<objects>`. */
  readonly groupOf: ReadonlyMap<string, string>;
  readonly decoys: ReadonlySet<string>;
};

type Group = { readonly name: string; readonly size: number; readonly events: readonly string[] };
type Added = { readonly event: string; readonly account: string; readonly at: number };

/** `u(label)`: uniform in [0, 1), the same on every machine. */
function toUniform(label: string): number {
  return Number.parseInt(sha256(label).slice(0, 13), 16) / 2 ** 52;
}

/**
 * Twelve groups and as many decoys injected into shuffled Weibo reposts: whatever is found beside the groups is false.
 * 435 accounts in groups of 5 to 100 that act together on 2 to 10 events, and for each of them a decoy that is as busy
 * and acts alone. With `join` below 1 each action of a group is left out at random; the camouflage stays as it is.
 */
export function powerFile(options: PowerOptions): PowerFile {
  const draw = options.draw ?? 1;
  const base = powerBase(options.base, draw);
  const spans = findSpans(base);
  const file = `${options.base === "B" ? "I" : "H"}|${options.jitterS}|${options.camouflagePercent}`;
  const key = draw === 1 ? file : `${file}|${draw}`;
  const added: Added[] = [];
  const groupOf = new Map<string, string>();
  const decoys = new Set<string>();
  for (const group of planGroups(options.base, spans, key)) {
    for (let index = 0; index < group.size; index++) {
      const member = `inj_${group.name}_${index}`;
      const decoy = `dec_${group.name}_${index}`;
      groupOf.set(member, group.name);
      decoys.add(decoy);
      const context = { base, options, key, group, index };
      added.push(...memberActions(context, member, spans), ...decoyActions(context, decoy));
    }
  }
  return { rows: append(base, added), baseRows: base.at.length, injected: new Set(groupOf.keys()), groupOf, decoys };
}

type Context = {
  readonly base: Columns;
  readonly options: PowerOptions;
  readonly key: string;
  readonly group: Group;
  readonly index: number;
};

type Span = { readonly start: number; readonly count: number };

function findSpans(base: Columns): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  base.object.forEach((event, row) => {
    const span = spans.get(event);
    spans.set(event, { start: span?.start ?? row, count: (span?.count ?? 0) + 1 });
  });
  return spans;
}

function planGroups(base: BaseName, spans: ReadonlyMap<string, Span>, key: string): readonly Group[] {
  const rowsMin = base === "B" ? 100 : 60;
  const ranked = [...spans]
    .filter(([, span]) => span.count >= rowsMin)
    .map(([event]) => ({ event, rank: sha256(`object|${key}|${event}`) }))
    .sort((a, b) => compare(a.rank, b.rank));
  let next = 0;
  return powerGrid.sizes.flatMap((size) =>
    powerGrid.objects.map((objects) => {
      const events = ranked.slice(next, next + objects).map(({ event }) => event);
      next += objects;
      return { name: `${size}x${objects}`, size, events };
    }),
  );
}

function memberActions(context: Context, account: string, spans: ReadonlyMap<string, Span>): readonly Added[] {
  const { base, options, key, group, index } = context;
  const own = group.events.map((event) => {
    const span = spans.get(event) ?? { start: 0, count: 0 };
    const row = span.start + Math.floor(toUniform(`t0|${key}|${group.name}|${event}`) * span.count);
    const delay = Math.floor(toUniform(`dt|${key}|${group.name}|${event}|${index}`) * (options.jitterS + 1));
    return { event, account, at: base.at[row] + delay * 1000 };
  });
  const join = options.join ?? 1;
  const joined = own.filter(
    ({ event }) => join >= 1 || toUniform(`join|${key}|${group.name}|${event}|${index}`) < join,
  );
  const honest = (group.events.length * options.camouflagePercent) / (100 - options.camouflagePercent);
  const used = new Set(group.events);
  return [...joined, ...honestActions(context, { account, used, count: honest, label: "cam" })];
}

function decoyActions(context: Context, account: string): readonly Added[] {
  const count = (context.group.events.length * 100) / (100 - context.options.camouflagePercent);
  return honestActions(context, { account, used: new Set(), count, label: "dec" });
}

/** Actions at the times and on the events of random base rows, give or take five minutes, no event twice. */
function honestActions(
  context: Context,
  draw: { readonly account: string; readonly used: Set<string>; readonly count: number; readonly label: string },
): readonly Added[] {
  const { base, key, group, index } = context;
  const place = `${key}|${group.name}|${index}`;
  return Array.from({ length: Math.round(draw.count) }, (_, q) => {
    for (let attempt = 0; ; attempt++) {
      const row = Math.floor(toUniform(`${draw.label}|${place}|${q}|${attempt}`) * base.at.length);
      const event = base.object[row];
      if (draw.used.has(event)) continue;
      draw.used.add(event);
      const shift = Math.floor(toUniform(`${draw.label}dt|${place}|${q}`) * 601) - 300;
      return { event, account: draw.account, at: base.at[row] + shift * 1000 };
    }
  });
}

function append(base: Columns, added: readonly Added[]): Columns {
  const at = new Float64Array(base.at.length + added.length);
  at.set(base.at);
  added.forEach((row, i) => {
    at[base.at.length + i] = row.at;
  });
  return {
    account: [...base.account, ...added.map((row) => row.account)],
    object: [...base.object, ...added.map((row) => row.event)],
    at,
  };
}

/** SHA-256 over `<object>,<account>,<seconds>\n` of rows `from` to the end of `rows`, or to `to`. */
export function rowsDigest(rows: Columns, from: number, to: number): string {
  const lines: string[] = [];
  for (let row = from; row < to; row++) {
    lines.push(`${rows.object[row]},${rows.account[row]},${rows.at[row] / 1000}\n`);
  }
  return sha256(lines.join(""));
}
