import type { Detector } from "@breakwater/engine";
import type { Action } from "@breakwater/records";

/**
 * Deletions and edits that wait to be applied together, as each application walks the whole state. Nothing of a deleted action is in
 * here but its key.
 */
export class PendingChanges {
  /** Null: deleted. */
  readonly #changes = new Map<string, Action | null>();

  get size(): number {
    return this.#changes.size;
  }

  has(key: string): boolean {
    return this.#changes.has(key);
  }

  delete(key: string): void {
    this.#changes.set(key, null);
  }

  /** The newest edit stands; after a deletion there is nothing to edit. */
  edit(action: Action): void {
    if (this.#changes.get(action.id) !== null) this.#changes.set(action.id, action);
  }

  applyTo(detector: Detector): void {
    if (this.#changes.size === 0) return;
    const deleted = new Set<string>();
    const edited: Action[] = [];
    for (const [key, action] of this.#changes) {
      if (action === null) deleted.add(key);
      else edited.push(action);
    }
    if (deleted.size > 0) detector.forget(deleted);
    if (edited.length > 0) detector.amend(edited);
    this.#changes.clear();
  }
}
