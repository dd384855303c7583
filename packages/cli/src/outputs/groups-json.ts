import type { Group, Signal } from "@breakwater/engine";
import { toSelectionWords } from "@breakwater/records";
import type { Analysis } from "../analysis.ts";
import { toIso } from "../words/values.ts";
import { toJson } from "./json.ts";

/** The schema of `groups.json`, described in docs/outputs.md. A change of meaning raises its number. */
export const groupsSchema = "breakwater/groups/1";

/**
 * All that was found, for other programs, but for the edges, which fill `edges.csv`. Times are RFC 3339 in UTC, logarithms are
 * natural.
 */
export function toGroupsJson({ findings, run }: Analysis): string {
  return toJson({
    schema: groupsSchema,
    version: run.version,
    from: toIso(findings.from),
    to: toIso(findings.to),
    clock: findings.clock.name,
    selection: toSelectionWords(run.engine.selection),
    fdr: findings.fdr,
    candidatesTested: findings.candidatesTested,
    population: findings.population,
    groups: findings.groups.map(toGroup),
    switchedOff: findings.switchedOff,
    insufficient: findings.insufficient,
    limits: findings.limits,
  });
}

function toGroup(group: Group): object {
  return {
    id: group.id,
    kind: group.kind,
    layers: group.layers,
    from: toIso(group.from),
    to: toIso(group.to),
    logE: group.logE,
    q: group.q,
    coordinated: group.coordinated.map(toSignal),
    inauthentic: group.inauthentic.map(toSignal),
    accounts: group.accounts,
    objects: group.objects.map(({ windowFrom, windowTo, ...object }) => ({
      ...object,
      windowFrom: toIso(windowFrom),
      windowTo: toIso(windowTo),
    })),
    samples: group.samples.map((sample) => ({ ...sample, variants: sample.variants.map(withIsoTime) })),
    concentration: group.concentration,
    timeline: { ...group.timeline, from: toIso(group.timeline.from) },
    explanations: group.explanations,
  };
}

function toSignal(signal: Signal): object {
  return { ...signal, actions: signal.actions.map(withIsoTime) };
}

function withIsoTime<T extends { readonly at: number }>(thing: T): Omit<T, "at"> & { readonly at: string } {
  return { ...thing, at: toIso(thing.at) };
}
