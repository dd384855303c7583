/** Two names of one person: case, width and blanks make no difference. */
export function personKey(name: string): string {
  return name.normalize("NFKC").trim().replaceAll(/\s+/g, " ").toLowerCase();
}

export function isSamePerson(a: string, b: string): boolean {
  return personKey(a) === personKey(b);
}

export function countPeople(names: readonly string[]): number {
  return new Set(names.map(personKey)).size;
}
