import {
  isStaffRole,
  type Actor,
  type Availability,
  type Base,
  type Instant,
  type ObjectKind,
  type RefusalLanguage,
  type Settings,
  type StateOf,
} from "@breakwater/casework";
import { getMachine } from "@breakwater/casework";
import { toButton } from "../http-parts.ts";
import { findNextDue } from "../listing/to-listed.ts";
import type { CaseworkStore, StoredEvent, StoredState } from "../store/casework-store.ts";
import { toHidden, type Hidden } from "./book-words.ts";

/** Who reads, when, and in which language. */
export type Reader = { readonly actor: Actor; readonly at: Instant; readonly language: RefusalLanguage };

/** An object that is being shown: everything that its view is made of. */
export type Seen<K extends ObjectKind> = Reader & {
  readonly id: string;
  readonly state: StateOf<K> & Base<string>;
  readonly stored: StoredState;
  readonly events: readonly StoredEvent[];
  readonly store: CaseworkStore;
  readonly settings: Settings;
  readonly commands: Readonly<Record<string, Availability>>;
};

/** Happenings that are shown: the newest. */
const historyMax = 500;

/** Members of every view. `people`: whether names are left out. */
export async function toViewParts(seen: Seen<ObjectKind>, hidden: readonly Hidden[] = []) {
  const { stored, events, store, language, commands } = seen;
  const hides = hidden.includes("people");
  const history = [];
  for (const { event, sequence } of events.slice(-historyMax)) {
    const { kind, at, as, by } = event;
    const isNamed = isStaffRole(as) && !(hides && by !== seen.actor.id);
    history.push({
      kind,
      at,
      as,
      by: isNamed ? by : null,
      note: noteOf(event),
      entry: await store.findEntry(sequence),
    });
  }
  return {
    hidden: toHidden(hidden, language),
    deadlines: [...getMachine(stored.object).deadlines(stored.state)],
    history,
    commands: Object.fromEntries(Object.entries(commands).map(([kind, one]) => [kind, toButton(one, language)])),
  };
}

/** What stands at the head of every line and view. */
export function toHead({ object, id, state, createdAt }: StoredState) {
  return {
    id,
    version: state.version,
    openedAt: createdAt,
    updatedAt: state.updatedAt,
    dueAt: findNextDue(getMachine(object), state),
  };
}

/** What somebody wrote with an act, where the view shows it nowhere else. */
function noteOf(event: StoredEvent["event"]): string | null {
  if (event.kind === "hold_contested" || event.kind === "operation_reported") return event.text;
  if (event.kind === "processing_suspended") return `${event.gravity}\n${event.intent}`;
  if ("reason" in event && typeof event.reason === "string") return event.reason;
  if ("statement" in event && typeof event.statement === "string") return event.statement;
  return "summary" in event && typeof event.summary === "string" ? event.summary : null;
}
