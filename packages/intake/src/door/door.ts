import { findActionRefusal, type Action, type ActionKind, type ObjectRef, type Pseudonym } from "@breakwater/records";
import type { Place } from "../formats/reader.ts";
import type { IntakeLimits } from "../limits.ts";
import type { IntakeOptions, RejectionReason } from "../options.ts";
import type { MaskKind } from "../privacy/mask.ts";
import { createPseudonymiser } from "../privacy/pseudonymiser.ts";
import { ClockMeter } from "../times/clock.ts";
import { parseTime, type DateOrder } from "../times/parse-time.ts";
import type { Zone } from "../times/zone.ts";
import { ActionMaker } from "./action-maker.ts";
import type { Draft } from "./draft.ts";
import { toSafeExcerpt } from "./excerpt.ts";
import { RecentIds } from "./recent-ids.ts";

/** What a source says about all its drafts. */
export type DraftContext = {
  readonly source: string;
  /** Position of the source among the sources, from 1: part of the ids that rows get which have none. */
  readonly ordinal: number;
  readonly zone: Zone;
  readonly dateOrder: DateOrder | null;
  /** One action may stand on several rows, one for each object. */
  readonly rowPerObject: boolean;
  /** The record may hold raw addresses or device ids. */
  readonly isSensitive: boolean;
};

/**
 * The one place where drafts become actions: times read, identifiers made pseudonyms, texts masked, duplicates told, all
 * checked by `records` and counted. Nothing raw leaves it.
 */
export class Door {
  readonly clock: ClockMeter = new ClockMeter();
  readonly ids: RecentIds;
  readonly rejected: Partial<Record<RejectionReason, number>> = {};
  readonly skipped: Partial<Record<"outside_period" | "not_an_action", number>> = {};
  readonly ignored: Partial<Record<"not_an_address" | "unreadable_creation_time", number>> = {};
  readonly masked: Partial<Record<MaskKind, number>> = {};
  readonly kinds: Partial<Record<ActionKind, number>> = {};
  rows = 0;
  actions = 0;
  from: number = Number.POSITIVE_INFINITY;
  to: number = Number.NEGATIVE_INFINITY;
  readonly #options: IntakeOptions;
  readonly #maker: ActionMaker;
  readonly #since: number;
  readonly #until: number;
  readonly #addressAccounts = new Map<Pseudonym, string>();
  #batch: Action[] = [];

  constructor(options: IntakeOptions, limits: IntakeLimits) {
    this.#options = options;
    this.#maker = new ActionMaker({
      pseudonymiser: createPseudonymiser(options.pseudonymKey),
      nameAddress: (pseudonym) => this.#nameAddress(pseudonym),
      onIgnored: (field) => {
        this.ignored[field] = (this.ignored[field] ?? 0) + 1;
      },
      onMasked: (marks) => {
        for (const { kind } of marks) this.masked[kind] = (this.masked[kind] ?? 0) + 1;
      },
    });
    this.#since = options.sinceMs ?? Number.NEGATIVE_INFINITY;
    this.#until = options.untilMs ?? Number.POSITIVE_INFINITY;
    this.ids = new RecentIds(limits.idsRememberedMax);
  }

  get pending(): number {
    return this.#batch.length;
  }

  takeBatch(countMax: number): readonly Action[] {
    if (this.#batch.length <= countMax) {
      const all = this.#batch;
      this.#batch = [];
      return all;
    }
    return this.#batch.splice(0, countMax);
  }

  reject(reason: RejectionReason, place: Place, context: DraftContext, draft: Draft | null = null): void {
    this.rejected[reason] = (this.rejected[reason] ?? 0) + 1;
    this.#options.onRejected?.({
      source: context.source,
      line: place.line,
      row: place.row,
      reason,
      excerpt: toSafeExcerpt(place.excerpt(), draft, context.isSensitive),
    });
  }

  skip(reason: "outside_period" | "not_an_action"): void {
    this.skipped[reason] = (this.skipped[reason] ?? 0) + 1;
  }

  admit(draft: Draft, place: Place, context: DraftContext): void {
    const at = draft.at === "" ? Number.NaN : parseTime(draft.at, context);
    if (Number.isNaN(at) && draft.at !== "") {
      this.reject("unreadable_time", place, context, draft);
      return;
    }
    const id = draft.id === "" ? `${context.ordinal}:${place.row}` : draft.id;
    const action = this.#maker.make(draft, { id, at, times: context });
    const refusal = findActionRefusal(action);
    if (refusal) {
      this.reject(refusal, place, context, draft);
      return;
    }
    const claimed = this.#claimId(draft, action, context);
    if (claimed === null) {
      this.reject("duplicate_id", place, context, draft);
      return;
    }
    if (at < this.#since || at >= this.#until) {
      this.skip("outside_period");
      return;
    }
    this.#count(action, context);
    this.#batch.push(claimed === id ? action : { ...action, id: claimed });
  }

  /** Numbers in order of appearance. */
  #nameAddress(pseudonym: Pseudonym): string {
    const known = this.#addressAccounts.get(pseudonym);
    if (known !== undefined) return known;
    const name = `address-${this.#addressAccounts.size + 1}`;
    this.#addressAccounts.set(pseudonym, name);
    return name;
  }

  /** The id that the action gets, or null where it went by already. Ids that we number need no memory. */
  #claimId(draft: Draft, action: Action, context: DraftContext): string | null {
    if (draft.id === "") return action.id;
    if (!context.rowPerObject) return this.ids.add(draft.id) ? draft.id : null;
    const wider = `${draft.id} ${toObjectKey(action.objects)}`;
    if (!this.ids.add(wider)) return null;
    return this.ids.add(draft.id) ? draft.id : wider;
  }

  #count(action: Action, context: DraftContext): void {
    this.actions++;
    this.kinds[action.kind] = (this.kinds[action.kind] ?? 0) + 1;
    if (action.at < this.from) this.from = action.at;
    if (action.at > this.to) this.to = action.at;
    this.clock.add(action.at, context.zone.offsetMs(action.at));
  }
}

function toObjectKey(objects: readonly ObjectRef[]): string {
  return objects.map((object) => `${object.kind}:${object.id}`).join(" ");
}
