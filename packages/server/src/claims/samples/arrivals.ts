/**
 * What came, by its key, in the order in which it came. A bare Map looks for its first member past the places of all that were taken out
 * before it, which are many where the oldest always makes room: half a million steps for each post at the door. Each place is passed once here.
 */
export class Arrivals<T extends { readonly key: string }> {
  readonly #held = new Map<string, T>();
  #ahead: Iterator<T> | null = null;
  #oldest: T | undefined;

  get size(): number {
    return this.#held.size;
  }

  get(key: string): T | undefined {
    return this.#held.get(key);
  }

  has(each: T): boolean {
    return this.#held.get(each.key) === each;
  }

  /** What came under its key before is taken out. */
  add(each: T): void {
    this.delete(each.key);
    this.#held.set(each.key, each);
  }

  delete(key: string): void {
    if (this.#oldest?.key === key) this.#oldest = undefined;
    this.#held.delete(key);
  }

  /** Cost: constant over all calls together. */
  oldest(): T | undefined {
    if (this.#held.size === 0) {
      // An iterator at rest would keep alive what it has not passed.
      this.#ahead = null;
      return undefined;
    }
    while (this.#oldest === undefined) {
      this.#ahead ??= this.#held.values();
      const next = this.#ahead.next();
      if (next.done === true) this.#ahead = null;
      else this.#oldest = next.value;
    }
    return this.#oldest;
  }

  /** The oldest besides one. Cost: where that is the oldest itself, a walk to the next. */
  oldestBeside(own: T | undefined): T | undefined {
    const oldest = this.oldest();
    if (oldest !== own) return oldest;
    for (const each of this.#held.values()) if (each !== own) return each;
    return undefined;
  }
}
