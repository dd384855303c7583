import type { Format } from "../../words/format.ts";
import type { Group } from "./group-type.ts";
import type { GroupWords } from "./words/en.ts";

type Said = Pick<Group, "kind" | "accounts" | "objects" | "inauthentic" | "sight" | "axes">;
type Speech = {
  readonly words: GroupWords;
  readonly format: Format;
  readonly nameLayer: (layer: string) => string;
  readonly nameFamily: (family: string) => string;
};

/** Kinds of things named in the sentence; the others are in the tables. */
const layersSaid = 2;

/** In a sentence what the accounts did, with the object on which it stands out most. */
export function sayGroup(group: Said, { words, format, nameLayer }: Speech): string {
  const accounts = format.number(group.accounts.length);
  const acts = listLayers(group.objects)
    .slice(0, layersSaid)
    .map(({ layer, count }) => {
      const n = format.number(count);
      return words.acts[layer]?.(n) ?? words.actsOther(n, nameLayer(layer));
    })
    .join(words.and);
  const peak = findPeak(group.objects);
  if (peak === null) return words.saidPlain(accounts, acts);
  const within = Math.max(peak.windowTo - peak.windowFrom, group.sight?.clock.tickMs ?? 0, 1000);
  return words.saidActs(
    accounts,
    acts,
    format.number(peak.inWindow),
    format.duration(within),
    peak.expected < 1 ? format.figure(peak.expected) : format.number(Math.round(peak.expected)),
  );
}

/** In a sentence whether the accounts are what they seem. */
export function sayAuthenticity({ kind, inauthentic, axes }: Said, { words, format, nameFamily }: Speech): string {
  const spoken = [...new Set(inauthentic.filter(({ significant }) => significant).map(({ family }) => family))];
  const families = format.list(spoken.map(nameFamily));
  if (kind === "campaign") return words.saidCampaign(families);
  if (spoken.length > 0) return words.saidUnknownOdd(families);
  return axes.inauthentic === null ? words.saidUntested : words.saidUnknown;
}

/** Layers by how many of the objects are theirs. */
function listLayers(objects: Group["objects"]): readonly { readonly layer: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { layer } of objects) counts.set(layer, (counts.get(layer) ?? 0) + 1);
  return [...counts].map(([layer, count]) => ({ layer, count })).toSorted((a, b) => b.count - a.count);
}

/** The object on which most more acted within one window than chance gives. */
function findPeak(objects: Group["objects"]): Group["objects"][number] | null {
  return objects.toSorted((a, b) => b.inWindow - b.expected - (a.inWindow - a.expected))[0] ?? null;
}
