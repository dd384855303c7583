import type { CheckpointStore } from "./checkpoint-store.ts";
import type { ObjectStore } from "./object-store.ts";

/** Both ports on one place. */
export type LogStore = {
  readonly objects: ObjectStore;
  readonly checkpoints: CheckpointStore;
  readonly close: () => void;
};
