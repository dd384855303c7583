import {
  composeStatement,
  getMachine,
  toRefusal,
  type Actor,
  type Availability,
  type CommandOf,
  type ObjectKind,
  type Order,
  type Redress,
  type Refusal,
  type Settings,
  type StatementDraft,
  type StatementFields,
} from "@breakwater/casework";
import { correctionCommandKinds } from "@breakwater/contract";
import type { Transactor } from "../../state/transactor.ts";
import type { CaseworkDesk } from "../desk/casework-desk.ts";
import type { DeskAnswer } from "../desk/desk-answer.ts";
import { loadContext, type ExecuteWorld } from "../desk/execute.ts";
import { openUnit } from "../desk/unit.ts";
import type { JobStore } from "../jobs/job-store.ts";
import type { Listing, ListingQuery } from "../listing/listing.ts";
import type { StoredState } from "../store/casework-store.ts";
import type { ViewLog } from "../viewing/view-log.ts";
import { toCaseLine, toCaseView, toLegalHoldLine, toLegalHoldView } from "./case-view.ts";
import { toDecisionLine, toDecisionView } from "./decision-view.ts";
import { dropDoneClaims, findJobRefusal, findViewRefusal } from "./need-to-know.ts";
import { toOtherLine, toOtherView, type OtherKind } from "./other-views.ts";
import type { Reader, Seen } from "./seen.ts";
import { toCommand, type Bodies, type BookKind } from "./to-command.ts";

/** Somebody who asks over the API. */
export type Asker = Reader & { readonly route: string };

/** What came of asking for something that one may not be allowed to see. */
export type Shown<T> =
  | { readonly kind: "shown"; readonly body: T; readonly version: number }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "not_found" };

/** Commands that bring an object into being; the server gives the id. */
type Opening = {
  [K in "authority_request" | "operation" | "unmasking" | "victim_workspace"]: {
    readonly kind: K;
    readonly command: CommandOf<K>;
  };
}[BookKind & ("authority_request" | "operation" | "unmasking" | "victim_workspace")];

export type Opened = { readonly id: string; readonly answer: DeskAnswer };

export type HoldOrder = {
  readonly item: string;
  readonly author: string;
  readonly slot: "item" | "trend";
  readonly draft: StatementDraft;
};

/** Objects of casework as people list, read and work on them. Takes and gives plain data. */
export interface ObjectBook {
  list(
    query: ListingQuery,
    by: Asker,
  ): Promise<{ readonly items: readonly object[]; readonly next: readonly [number, string] | null }>;
  /** Who opened it is written in the same unit. */
  read(kind: BookKind, id: string, by: Asker): Promise<Shown<object>>;
  /** Cases whose evidence is kept, or asked to be: as little of each as `readLegalHold` shows. */
  listLegalHolds(query: {
    readonly state?: "asked" | "stands";
    readonly after?: readonly [number, string];
    readonly limit: number;
  }): Promise<{ readonly items: readonly object[]; readonly next: readonly [number, string] | null }>;
  /** Of a case what concerns the keeping of evidence; opens no content, and is no view. */
  readLegalHold(id: string, by: Asker): Promise<Shown<object>>;
  /** Refused beside what the machine refuses: to whoever may not see it, and while somebody else holds the job. */
  command<K extends BookKind>(
    kind: K,
    id: string,
    given: { readonly body: Bodies[K]; readonly expectedVersion: number | null },
    by: Asker,
  ): Promise<DeskAnswer>;
  /** The object after a command of one's own: no view that has to be written down. */
  show(kind: BookKind, id: string, by: Asker): Promise<Shown<object>>;
  open(opening: Opening, by: Asker): Promise<Opened>;
  /** A person's emergency order, with the statement that a restriction owes. */
  placeHold(order: HoldOrder, by: Asker): Promise<Opened>;
}

export type BookDeps = ExecuteWorld & {
  readonly transactor: Transactor;
  readonly desk: CaseworkDesk;
  readonly listing: Listing;
  readonly jobs: JobStore;
  readonly views: ViewLog;
  readonly newId: () => string;
  /** Where somebody may turn outside of our house. */
  readonly telling: { readonly redress: Omit<Redress, "complaint"> };
  /** The assertion that a determination of the registry is about; without a registry, none is named. */
  readonly findClaim?: (id: string) => Promise<string | null>;
};

/** What whoever is held back reads at once about how to object. */
const contest = "Contest it at once by the link in the notice; nobody needs an account for it.";

/** Commands that concern the keeping of a case's evidence: given where nothing of the case is shown. */
export const legalHoldCommands: readonly string[] = ["request_legal_hold", "confirm_legal_hold", "release_legal_hold"];

/** Commands by which somebody comes to be one of those who may see it. */
const wayIn: ReadonlySet<string> = new Set(["assign_contact", "set_priority", ...legalHoldCommands]);

export function createObjectBook(deps: BookDeps): ObjectBook {
  const { transactor, store, desk, views, listing, newId } = deps;
  const readSeen = (kind: BookKind, stored: StoredState, by: Asker) => loadSeen(kind, stored, by, deps);
  const toView = async (kind: BookKind, stored: StoredState, by: Asker): Promise<object> => {
    const seen = await readSeen(kind, stored, by);
    if (kind === "case") return toCaseView(seen as Seen<"case">);
    if (kind === "decision") return toDecisionView(seen as Seen<"decision">);
    if (kind === "register_entry") return toEntry(seen as Seen<"register_entry">);
    return nameClaim(kind, stored.id, await toOtherView(kind, seen));
  };
  /** The registry holds what was determined; casework only that it was. */
  const nameClaim = async (kind: ObjectKind, id: string, body: object): Promise<object> =>
    kind === "determination" ? { ...body, claim: (await deps.findClaim?.(id)) ?? "" } : body;
  const show = async (kind: BookKind, id: string, by: Asker): Promise<Shown<object>> => {
    const stored = await store.readState(kind, id);
    if (stored === null) return { kind: "not_found" };
    return { kind: "shown", body: await toView(kind, stored, by), version: stored.state.version };
  };
  return {
    list: async (query, by) => {
      const places = await listing.list({ ...query, limit: query.limit + 1 });
      const shown = places.slice(0, query.limit);
      const asksForAccount = query.keys?.some(({ kind }) => kind === "account") === true;
      const items: object[] = [];
      for (const { id } of shown) {
        const stored = await store.readState(query.object, id);
        if (stored === null) continue;
        const isKept = await isKeptFrom(stored, by, deps);
        // That an account stands in such a case is itself what has to be kept.
        if (isKept && asksForAccount) continue;
        items.push(await nameClaim(query.object, id, toLine(stored, by, isKept)));
      }
      const last = shown.at(-1);
      return { items, next: places.length > shown.length && last !== undefined ? [last.value, last.id] : null };
    },
    read: (kind, id, by) =>
      transactor.run(async () => {
        const stored = await store.readState(kind, id);
        if (stored === null) return { kind: "not_found" };
        const refusal = await findViewRefusal(stored, by, deps);
        await noteView(stored, refusal, by, views);
        if (refusal !== null) return { kind: "refused", refusal };
        return { kind: "shown", body: await toView(kind, stored, by), version: stored.state.version };
      }),
    listLegalHolds: async ({ state = "any", ...page }) => {
      const keys = [{ kind: "legal_hold", value: state }] as const;
      const asked = { object: "case", keys, sort: "newest", ...page, limit: page.limit + 1 } as const;
      const places = await listing.list(asked);
      const shown = places.slice(0, page.limit);
      const items: object[] = [];
      for (const { id } of shown) {
        const stored = await store.readState("case", id);
        const line = stored === null ? null : toLegalHoldLine(stored);
        if (line !== null) items.push(line);
      }
      const last = shown.at(-1);
      return { items, next: places.length > shown.length && last !== undefined ? [last.value, last.id] : null };
    },
    readLegalHold: async (id, by) => {
      const stored = await store.readState("case", id);
      if (stored === null) return { kind: "not_found" };
      const seen = await loadSeen("case", stored, by, deps, legalHoldCommands);
      return { kind: "shown", body: await toLegalHoldView(seen as Seen<"case">), version: stored.state.version };
    },
    show: (kind, id, by) => transactor.run(() => show(kind, id, by)),
    command: (kind, id, { body, expectedVersion }, by) =>
      transactor.run(async () => {
        const stored = await store.readState(kind, id);
        if (stored === null) return { kind: "refused", refusal: toRefusal("not_there") };
        const seen = wayIn.has(body.kind) ? null : await findViewRefusal(stored, by, deps);
        const refusal = seen ?? (await findJobRefusal(stored, body.kind, by, deps));
        if (refusal !== null) return { kind: "refused", refusal };
        const command = toCommand(kind, body, (of) => `${of}-${newId()}`);
        const order = { object: kind, id, command } as unknown as Order;
        const { actor, at } = by;
        const version = expectedVersion === null ? {} : { expectedVersion };
        const answer = await desk.executeWithin(order, { actor, at, ...version });
        if (answer.kind === "done") await dropDoneClaims(stored, by, deps);
        return answer;
      }),
    open: async ({ kind, command }, { actor, at }) => {
      const id = `${prefixes[kind]}-${newId()}`;
      return { id, answer: await desk.execute({ object: kind, id, command } as Order, { actor, at }) };
    },
    placeHold: async ({ draft, ...content }, { actor, at }) => {
      const id = `hold-${newId()}`;
      const statement = composeHoldStatement(id, { draft, slot: content.slot, at, settings: deps.settings });
      const redress = { complaint: contest, ...deps.telling.redress };
      const trigger = { trigger: "person_emergency", decision: null, statement, redress } as const;
      const order = { object: "hold", id, command: { kind: "place", ...content, ...trigger } } as const;
      return { id, answer: await desk.execute(order, { actor, at }) };
    },
  };
}

/** A hold restricts what is seen, for as long as holds last. */
function composeHoldStatement(
  id: string,
  {
    draft,
    slot,
    at,
    settings,
  }: Pick<HoldOrder, "draft" | "slot"> & { readonly at: number; readonly settings: Settings },
): StatementFields {
  const durationMs = slot === "trend" ? settings.trendHoldMs : settings.holdMs;
  const measure = { id, type: "disable_item", target: { kind: "item", id }, durationMs } as const;
  const acts = [{ step: "decided", as: "triage" }] as const;
  const statement = composeStatement({ decision: id, draft, measures: [measure], source: "own", acts, at });
  if (statement === null) throw new Error("A hold restricts.");
  return statement;
}

const prefixes = {
  authority_request: "request",
  operation: "operation",
  unmasking: "unmasking",
  victim_workspace: "workspace",
} as const;

export async function noteView(
  { object, id, state }: StoredState,
  refusal: Refusal | null,
  { actor, at, route }: Asker,
  views: ViewLog,
): Promise<void> {
  const version = refusal === null ? state.version : null;
  await views.add({ at, by: actor.id, object, id, route, version, refused: refusal?.code ?? null });
}

/** Whether this is of a case whose people the reader may not know. */
async function isKeptFrom(stored: StoredState, by: Asker, deps: BookDeps): Promise<boolean> {
  const mayNameSomebody = stored.object === "decision" || stored.object === "case";
  return mayNameSomebody && (await findViewRefusal(stored, by, deps)) !== null;
}

function toLine(stored: StoredState, by: Asker, isKept: boolean): object {
  if (stored.object === "case") return toCaseLine(stored, by);
  if (stored.object === "decision") return toDecisionLine(stored, isKept);
  return toOtherLine(stored.object as OtherKind, stored);
}

/** Nothing but what a look-up is for: the key itself is shown to nobody. */
function toEntry({ id, state }: Seen<"register_entry">): object {
  const { status, version, decision, rule, expiresAt, lookUps } = state;
  return { id, version, status, decision, rule, expiresAt, lookUps };
}

/** An object with all that its view is made of; commands are judged on one reading of it. */
export async function loadSeen(
  kind: ObjectKind,
  stored: StoredState,
  by: Reader,
  deps: Pick<BookDeps, "store" | "settings" | "activeDesks" | "readModels" | "jobs" | "listAdvisers" | "listTelling">,
  only?: readonly string[],
): Promise<Seen<ObjectKind>> {
  const { store, settings } = deps;
  const machine = getMachine(kind);
  const unit = openUnit(deps);
  const context = await loadContext({ object: kind, id: stored.id, command: {} }, by, { ...deps, unit });
  const kinds = only ?? listPeopleCommands(kind);
  const commands: Record<string, Availability> = {};
  for (const command of kinds) {
    const refusal = await findJobRefusal(stored, command, by, deps);
    commands[command] =
      refusal === null ? machine.findAvailability(stored.state, command, context) : { enabled: false, refusal };
  }
  const { id, state } = stored;
  const events = await store.readHistory(kind, id);
  return { ...by, id, state: state as Seen<ObjectKind>["state"], stored, events, store, settings, commands };
}

const peopleCommands = new Map<ObjectKind, readonly string[]>();

/** Commands that some role of the staff may give in some state; of cases without those that concern the keeping of evidence. */
export function listPeopleCommands(kind: ObjectKind): readonly string[] {
  const known = peopleCommands.get(kind);
  if (known !== undefined) return known;
  const found = new Set<string>();
  for (const row of Object.values(getMachine(kind).table)) {
    for (const [command, cell] of Object.entries(row)) {
      if (typeof cell !== "string" && cell.by.some((role) => staff.has(role))) found.add(command);
    }
  }
  const opens = new Set(Object.keys(openings(kind)));
  // What is determined, the registry decides (decision 15); of casework's commands people give the answers to readers.
  const given: ReadonlySet<string> = kind === "determination" ? new Set(correctionCommandKinds) : found;
  const listed = [...given].filter((command) => !opens.has(command) && !legalHoldCommands.includes(command));
  peopleCommands.set(kind, listed);
  return listed;
}

/** What is possible where nothing is: these commands bring the object into being. */
function openings(kind: ObjectKind): Readonly<Record<string, true>> {
  const row = (getMachine(kind).table as Readonly<Record<string, Readonly<Record<string, unknown>>>>)["absent"] ?? {};
  const open = Object.entries(row).filter(([, cell]) => typeof cell !== "string");
  return Object.fromEntries(open.map(([command]) => [command, true]));
}

const staff: ReadonlySet<Actor["roles"][number]> = new Set([
  "triage",
  "analyst",
  "approver",
  "senior",
  "appeal_reviewer",
  "outsider",
  "editor",
  "liaison",
  "legal",
  "victim_support",
  "auditor",
  "admin",
]);
