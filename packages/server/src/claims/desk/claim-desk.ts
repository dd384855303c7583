import {
  decide,
  parseEntry,
  toStableId,
  type Entry,
  type EntryContent,
  type EntryVersion,
  type FieldFault,
  type RegistryCommand,
  type RegistryRefusal,
} from "@breakwater/claims";
import type { DeterminationChange, RecordDetermination } from "../../casework/record-determination.ts";
import type { Outbox } from "../../state/outbox.ts";
import type { Transactor } from "../../state/transactor.ts";
import type {
  ClaimChange,
  ClaimHead,
  ClaimQuery,
  ClaimStore,
  ImportReport,
  KeptImport,
  PersonsAct,
  PlaceQuery,
  PublicClaimQuery,
  Rejection,
  RejectionQuery,
} from "../store/claim-store.ts";

export type DeskRefusal = RegistryRefusal | "version_differs";

export type DeskAnswer =
  | { readonly ok: true; readonly head: ClaimHead }
  | { readonly ok: false; readonly refusal: DeskRefusal; readonly faults: readonly FieldFault[] };

/** Everything but adding and importing, which have methods of their own. */
export type ClaimCommand = Exclude<RegistryCommand, { kind: "add" | "import" }>;

/** What became of an entry that came in: it stands, or why it was refused. */
export type ImportOutcome = "added" | "updated" | "unchanged" | Exclude<RegistryRefusal, "no_change">;

/** Who acts, and when (ms since 1970). */
export type ClaimActor = { readonly by: string; readonly at: number };

/** What the registry is asked and told; plain data in and out, so that a thread boundary may stand before it. */
export interface ClaimDesk {
  /** Writes down a determination of the operator's own: a draft by whoever acts. Its id follows from its claim, which stands once. */
  create(content: Readonly<Record<string, unknown>>, actor: ClaimActor): Promise<DeskAnswer>;
  /** Carries out a command on the version that the caller has seen, or on whichever there is where `version` is null. */
  command(id: string, command: ClaimCommand, on: ClaimActor & { readonly version: number | null }): Promise<DeskAnswer>;
  get(id: string): Promise<ClaimHead | null>;
  versions(id: string): Promise<readonly EntryVersion[] | null>;
  list(query: ClaimQuery): Promise<readonly ClaimHead[]>;
  listPublic(query: PublicClaimQuery): Promise<readonly { readonly place: number; readonly entry: Entry }[]>;
  changesAfter(revision: number, limit: number): Promise<readonly ClaimChange[]>;
  /** The newest revision and what tells it from others', for a saved index. */
  mark(): Promise<{ readonly revision: number; readonly mark: string }>;
  markAt(revision: number): Promise<string | null>;
  listOfPerson(person: string, limit: number): Promise<readonly PersonsAct[]>;
  /**
   * Takes over entries of somebody else's in one unit: each an import that nobody here has adopted. What became of each, in order; others hear
   * of those that changed anything by one notice.
   */
  takeImports(
    entries: readonly Entry[],
    on: ClaimActor & { readonly import: string },
  ): Promise<readonly ImportOutcome[]>;
  keepImport(report: ImportReport, rejections: readonly Rejection[]): Promise<void>;
  listImports(query: PlaceQuery): Promise<readonly KeptImport[]>;
  /** Null where there was no such import. */
  listRejections(importId: string, query: RejectionQuery): Promise<readonly Rejection[] | null>;
}

export type ClaimDeskParts = {
  /** Told of what becomes or ceases to be a published determination of the operator's own, inside the same unit. */
  readonly record?: RecordDetermination;
  readonly store: ClaimStore;
  readonly transactor: Transactor;
  readonly outbox: Outbox;
};

export function createClaimDesk({ store, transactor, outbox, record: recordChange }: ClaimDeskParts): ClaimDesk {
  const run = transactor.run.bind(transactor);

  async function carryOut(
    id: string,
    { command, by, at, version }: ClaimActor & { readonly command: RegistryCommand; readonly version: number | null },
  ): Promise<DeskAnswer> {
    const record = await store.read(id);
    if (record !== null && version !== null && record.versions.length !== version) return refuse("version_differs");
    const decided = decide(record ?? undefined, command, { by, at });
    if (!decided.ok) return refuse(decided.refusal);
    const head = await store.append(id, [decided.version], record?.versions.length ?? 0);
    await outbox.append(toNoticeKind(head), toNotice(head), at);
    const change = toChange(head);
    if (change !== null) await recordChange?.(change);
    return { ok: true, head };
  }

  async function takeImport(entry: Entry, { by, at }: ClaimActor): Promise<ImportOutcome> {
    const held = await store.read(entry.id);
    const decided = decide(held ?? undefined, { kind: "import", entry }, { by, at });
    if (!decided.ok) return decided.refusal === "no_change" ? "unchanged" : decided.refusal;
    await store.append(entry.id, [decided.version], held?.versions.length ?? 0);
    return held === null ? "added" : "updated";
  }

  return {
    create: (content, { by, at }) =>
      run(async () => {
        const claim = typeof content["claim"] === "string" ? content["claim"] : "";
        const parsed = parseEntry({ ...content, id: toStableId(claim, undefined), origin: "own" });
        const faults = parsed.ok ? parsed.leftOut : parsed.faults;
        if (!parsed.ok || faults.length > 0) return refuse("not_an_entry", faults);
        const command = { kind: "add", entry: parsed.entry } as const;
        return carryOut(parsed.entry.id, { command, by, at, version: null });
      }),
    command: (id, command, on) =>
      run(async () => {
        const checked = checkContent(command);
        if (checked.faults.length > 0) return refuse("not_an_entry", checked.faults);
        return carryOut(id, { command: checked.command, ...on });
      }),
    get: (id) => run(() => store.head(id)),
    versions: (id) => run(async () => (await store.read(id))?.versions ?? null),
    list: (query) => run(() => store.list(query)),
    listPublic: (query) => run(() => store.listPublic(query)),
    changesAfter: (revision, limit) => run(() => store.changesAfter(revision, limit)),
    mark: () =>
      run(async () => {
        const revision = await store.revision();
        return { revision, mark: (await store.markAt(revision)) ?? "" };
      }),
    markAt: (revision) => run(() => store.markAt(revision)),
    listOfPerson: (person, limit) => run(() => store.listOfPerson(person, limit)),
    takeImports: (entries, { import: importId, by, at }) =>
      run(async () => {
        const outcomes: ImportOutcome[] = [];
        for (const entry of entries) outcomes.push(await takeImport(entry, { by, at }));
        const changed = outcomes.filter((outcome) => outcome === "added" || outcome === "updated").length;
        if (changed > 0) await outbox.append("claim.imported", { import: importId, entries: changed }, at);
        return outcomes;
      }),
    keepImport: (report, rejections) => run(() => store.addImport(report, rejections)),
    listImports: (query) => run(() => store.listImports(query)),
    listRejections: (importId, query) => run(() => store.listRejections(importId, query)),
  };
}

/** What others hear of a change: ids and facts, no text. */
export function toNotice({ id, version, inForceVersion, latest }: ClaimHead): Readonly<Record<string, unknown>> {
  return { id, version, inForceVersion, action: latest.action, status: latest.entry.status };
}

/** What others are told of as published, corrected or withdrawn; null for every other step, and for what others determined. */
function toChange({
  id,
  version,
  latest: { action, entry, by, at, reason = "" },
}: ClaimHead): DeterminationChange | null {
  if (entry.origin !== "own" || (action !== "published" && action !== "withdrawn")) return null;
  const kind = action === "withdrawn" ? "withdrawn" : entry.status === "corrected" ? "corrected" : "published";
  const { verdict, authors, reviewers } = entry;
  return { id, kind, number: version, verdict, author: authors[0] ?? "", reviewers, reason, by, at };
}

function toNoticeKind({ latest: { action, entry } }: ClaimHead): string {
  if (action === "withdrawn") return "claim.withdrawn";
  if (action !== "published") return "claim.changed";
  return entry.status === "corrected" ? "claim.corrected" : "claim.published";
}

/** The command with its texts as an entry would hold them (a date in words becomes ISO 8601), and what of them cannot be read. */
function checkContent(command: ClaimCommand): {
  readonly command: ClaimCommand;
  readonly faults: readonly FieldFault[];
} {
  if (command.kind === "edit" || command.kind === "correct") {
    const { given, faults } = readContent(command.changes);
    return { command: { ...command, changes: { ...command.changes, ...given } }, faults };
  }
  if (command.kind !== "publish") return { command, faults: [] };
  const { given, faults } = readContent({ url: command.url, date: command.date });
  return { command: { kind: "publish", ...given }, faults };
}

/** The texts that are given, as an entry holds them. */
function readContent(texts: Texts): { readonly given: Partial<EntryContent>; readonly faults: readonly FieldFault[] } {
  const present = Object.entries(texts).filter(([, value]) => value !== null && value !== undefined);
  const parsed = parseEntry({ id: "-", claim: "-", verdict: "false", ...Object.fromEntries(present) });
  if (!parsed.ok) return { given: {}, faults: parsed.faults };
  const { entry } = parsed;
  const given = present.flatMap(([name]) => {
    const value = entry[name as keyof EntryContent];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { given: Object.fromEntries(given) as Partial<EntryContent>, faults: parsed.leftOut };
}

type Texts = { readonly [Name in keyof EntryContent]?: EntryContent[Name] | null | undefined };

function refuse(refusal: DeskRefusal, faults: readonly FieldFault[] = []): DeskAnswer {
  return { ok: false, refusal, faults };
}
