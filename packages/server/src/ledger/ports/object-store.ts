export type StoredObject = { readonly path: string; readonly bytes: Uint8Array };

/**
 * Objects that never change: tiles, sealed payloads, staged commits.
 *
 * A path is put once. The same bytes may come again, which is how an interrupted write is repeated; other bytes must fail with
 * `object_differs`, because somebody may have been shown the first ones. `put` and `forget` are durable once they resolve. A
 * `put` that fails may leave some of its objects behind, each of them whole. Paths are of `[A-Za-z0-9._-]` and `/`.
 */
export interface ObjectStore {
  put(objects: readonly StoredObject[]): Promise<void>;
  get(path: string): Promise<Uint8Array | null>;
  /** Paths that begin with `prefix`, sorted by code units. */
  list(prefix: string): Promise<readonly string[]>;
  /** Removes what is there. The bytes are not left in the store's own files; what the disk or a backup keeps is not ours to say. */
  forget(paths: readonly string[]): Promise<void>;
}
