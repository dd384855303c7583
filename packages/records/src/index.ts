export {
  actionKinds,
  objectKinds,
  type Action,
  type ActionKind,
  type Network,
  type ObjectKind,
  type ObjectRef,
} from "./action.ts";
export type { Pseudonym } from "./pseudonym.ts";
export { parseSelection, toSelectionWords, type Selection } from "./selection.ts";
export { actionLimits, actionRefusals, findActionRefusal, type ActionRefusal } from "./validate.ts";
