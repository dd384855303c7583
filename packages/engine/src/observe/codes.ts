import { actionKinds, objectKinds, type ActionKind, type ObjectKind } from "@breakwater/records";
import type { ActionKindCode, ObjectKindCode } from "../contract/table.ts";

/** A kind's place in its table of `records`. */
export const actionKindCodes: ActionKindCode = Object.fromEntries(
  actionKinds.map((kind, code) => [kind, code]),
) as Record<ActionKind, number>;

export const objectKindCodes: ObjectKindCode = Object.fromEntries(
  objectKinds.map((kind, code) => [kind, code]),
) as Record<ObjectKind, number>;
