import { findNextStep, getInForce, getLatest, type EntryRecord, type EntryVersion } from "@breakwater/claims";
import type {
  ClaimHead,
  ClaimQuery,
  ClaimStore,
  ImportReport,
  PersonsAct,
  PublicClaimQuery,
  Rejection,
} from "./claim-store.ts";
import { searchedTexts } from "./claim-store.ts";
import { isPublicClaim, toPublicFacts } from "./is-public.ts";
import { foldRuns, searchedUnitsMax } from "./search-words.ts";

type Held = { readonly place: number; record: EntryRecord; revision: number };

/** Claims in a map: the reference for every other store. */
export function createMemoryClaimStore(): ClaimStore {
  const byId = new Map<string, Held>();
  const revisions: { readonly id: string; readonly version: EntryVersion; readonly number: number }[] = [];
  const imports: {
    readonly place: number;
    readonly report: ImportReport;
    readonly rejections: readonly Rejection[];
  }[] = [];

  const toHead = (id: string, { place, record, revision }: Held): ClaimHead => {
    const inForce = getInForce(record);
    return {
      place,
      id,
      version: record.versions.length,
      inForceVersion: record.versions.indexOf(inForce) + 1,
      revision,
      latest: getLatest(record),
      inForce,
    };
  };
  const heads = (): readonly ClaimHead[] =>
    [...byId].map(([id, held]) => toHead(id, held)).sort((a, b) => b.place - a.place);
  const page = (all: readonly ClaimHead[], { before, limit }: Pick<ClaimQuery, "before" | "limit">) =>
    all.filter(({ place }) => before === undefined || place < before).slice(0, limit);

  return {
    read: async (id) => byId.get(id)?.record ?? null,
    head: async (id) => {
      const held = byId.get(id);
      return held === undefined ? null : toHead(id, held);
    },
    append: async (id, versions, expected) => {
      const held: Held = byId.get(id) ?? { place: byId.size + 1, record: { versions: [] }, revision: 0 };
      if (held.record.versions.length !== expected || versions.length === 0) throw new Error(otherVersions(id));
      held.record = structuredClone({ versions: [...held.record.versions, ...versions] });
      for (const [i, version] of versions.entries()) revisions.push({ id, version, number: expected + i + 1 });
      held.revision = revisions.length;
      byId.set(id, held);
      return toHead(id, held);
    },
    list: async (query) => {
      const { status, verdict, origin, waitsFor, notBy, words } = query;
      const found = heads().filter(
        ({ latest, inForce }) =>
          (status === undefined || latest.entry.status === status) &&
          (verdict === undefined || latest.entry.verdict === verdict) &&
          (origin === undefined || latest.entry.origin === origin) &&
          (waitsFor === undefined || findNextStep(latest.entry)?.kind === waitsFor) &&
          (notBy === undefined || findNextStep(latest.entry)?.notBy.includes(notBy) !== true) &&
          (words === undefined || holdsWords([latest, inForce], words)),
      );
      return page(found, query);
    },
    listPublic: async (query) => {
      const found = heads().filter(
        ({ inForce }) =>
          isPublicClaim(inForce.entry) &&
          (query.words === undefined || holdsWords([inForce], query.words)) &&
          isAsked(inForce, query),
      );
      return page(found, query).map(({ place, inForce }) => ({ place, entry: inForce.entry }));
    },
    changesAfter: async (revision, limit) =>
      heads()
        .filter((head) => head.revision > revision)
        .sort((a, b) => a.revision - b.revision)
        .slice(0, limit)
        .map(({ revision, id, inForce: { entry } }) => ({
          revision,
          id,
          status: entry.status,
          entry: JSON.stringify(entry),
        })),
    revision: async () => revisions.length,
    markAt: async (revision) => {
      const made = revisions[revision - 1];
      return made === undefined ? null : JSON.stringify(made);
    },
    listOfPerson: async (person, limit) =>
      revisions
        .filter(({ version }) => version.by === person)
        .map(({ id, version, number }): PersonsAct => ({ id, version: number, at: version.at, action: version.action }))
        .reverse()
        .slice(0, limit),
    addImport: async (report, rejections) => {
      imports.unshift(structuredClone({ place: imports.length + 1, report, rejections }));
    },
    listImports: async ({ before = Infinity, limit }) =>
      imports
        .filter(({ place }) => place < before)
        .slice(0, limit)
        .map(({ place, report }) => ({ place, report })),
    listRejections: async (importId, { skip, limit }) =>
      imports.find(({ report }) => report.id === importId)?.rejections.slice(skip, skip + limit) ?? null,
  };
}

function isAsked({ entry }: EntryVersion, { language, site, publishedFrom }: PublicClaimQuery): boolean {
  const facts = toPublicFacts(entry);
  return (
    (language === undefined || facts.language === language) &&
    (site === undefined || facts.site === site) &&
    (publishedFrom === undefined || (facts.publishedAt ?? Number.NEGATIVE_INFINITY) >= publishedFrom)
  );
}

function holdsWords(versions: readonly EntryVersion[], words: string): boolean {
  const runs = versions.flatMap(({ entry }) =>
    searchedTexts(entry).flatMap((text) => foldRuns(text.slice(0, searchedUnitsMax))),
  );
  const asked = foldRuns(words);
  return asked.length > 0 && asked.every((word) => runs.some((run) => run.includes(word)));
}

export function otherVersions(id: string): string {
  return `Other versions of ${id} are there than the caller has read.`;
}
