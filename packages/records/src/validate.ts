import { actionKinds, objectKinds, type Action } from "./action.ts";

/** Why an action was refused at the door. One table: intake counts by these words, the summary shows them. */
export const actionRefusals = [
  "missing_id",
  "missing_account",
  "missing_time",
  "time_out_of_range",
  "unknown_kind",
  "unknown_object_kind",
  "empty_object",
  "too_many_objects",
  "field_too_long",
  "creation_time_out_of_range",
] as const;
export type ActionRefusal = (typeof actionRefusals)[number];

/** What the door takes at most. Reaching one refuses that action, counted. */
export const actionLimits = {
  idCharsMax: 512,
  textCharsMax: 100_000,
  objectsMax: 256,
  /** 1990-01-01: nothing that we read is older, and clocks that say so are broken. */
  timeMin: 631_152_000_000,
  /** 2100-01-01. */
  timeMax: 4_102_444_800_000,
} as const;

const knownActionKinds: ReadonlySet<string> = new Set(actionKinds);
const knownObjectKinds: ReadonlySet<string> = new Set(objectKinds);

/** The first reason why an action cannot be taken, or null. Cost: linear in its objects. */
export function findActionRefusal(action: Action): ActionRefusal | null {
  if (action.id === "") return "missing_id";
  if (action.account === "") return "missing_account";
  if (!Number.isFinite(action.at)) return "missing_time";
  if (!isTimeInRange(action.at)) return "time_out_of_range";
  if (!knownActionKinds.has(action.kind)) return "unknown_kind";
  if (action.createdAt !== undefined && !isCreationInRange(action.createdAt)) return "creation_time_out_of_range";
  if (action.id.length > actionLimits.idCharsMax || action.account.length > actionLimits.idCharsMax) {
    return "field_too_long";
  }
  if (action.text !== undefined && action.text.length > actionLimits.textCharsMax) return "field_too_long";
  if (action.objects.length > actionLimits.objectsMax) return "too_many_objects";
  for (const object of action.objects) {
    if (!knownObjectKinds.has(object.kind)) return "unknown_object_kind";
    if (object.id === "") return "empty_object";
    if (object.id.length > actionLimits.idCharsMax * 8) return "field_too_long";
  }
  return null;
}

function isTimeInRange(at: number): boolean {
  return at >= actionLimits.timeMin && at < actionLimits.timeMax;
}

function isCreationInRange(at: number): boolean {
  return Number.isFinite(at) && at >= 0 && at < actionLimits.timeMax;
}
