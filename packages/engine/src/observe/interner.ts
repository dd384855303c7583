/** Numbers distinct strings 0, 1, … in the order in which they come. */
export class Interner {
  readonly strings: string[] = [];
  readonly #indexOf = new Map<string, number>();

  intern(string: string): number {
    const known = this.#indexOf.get(string);
    if (known !== undefined) return known;
    const index = this.strings.length;
    this.#indexOf.set(string, index);
    this.strings.push(string);
    return index;
  }
}
