/** A group by what it is recognised by. */
export type Likeness = { readonly accounts: readonly string[]; readonly objects: readonly string[] };
export type KnownLikeness = Likeness & { readonly id: string; readonly firstEpoch: number };

export type Matching = {
  /** For each found group, the open one that it is; null for a new one. */
  readonly sameAs: readonly (string | null)[];
  /** For each found group that is new: the open one that it parted from, which went on as another. */
  readonly splitFrom: readonly (string | null)[];
  /** Open groups that came into a found one which is another of them: id to place among the found. */
  readonly mergedInto: ReadonlyMap<string, number>;
};

/** Shares of the smaller group that two must have in common to be one. */
const accountsAlone = 0.5;
const accountsWithObjects = 0.25;
const objectsBeside = 0.5;
const accountsLeast = 2;

type Shared = { readonly found: number; readonly known: number; readonly accounts: number; readonly objects: number };
/** `isClose`: by the accounts alone. */
type Link = Shared & { readonly isClose: boolean };

/**
 * Which of the groups just found are open ones again. Two are linked where they share at least two accounts and, of the smaller one, half of the accounts, or
 * a quarter of the accounts and half of the objects: a group that grows keeps its link, whatever joins. Links are taken one to one, those with the most shared accounts first,
 * then the most shared objects, then the older group, then by id and account names. What is left over and linked by half of the accounts is a part that split off, or a
 * group that came into another. The answer does not depend on the order of either list. Cost: linear in accounts and objects shared.
 */
export function matchGroups(known: readonly KnownLikeness[], found: readonly Likeness[]): Matching {
  const links = listLinks(known, found);
  const sameAs: (string | null)[] = found.map(() => null);
  const taken = new Map<number, number>();
  for (const link of links) {
    if (sameAs[link.found] !== null || taken.has(link.known)) continue;
    sameAs[link.found] = known[link.known].id;
    taken.set(link.known, link.found);
  }
  const splitFrom: (string | null)[] = found.map(() => null);
  const mergedInto = new Map<string, number>();
  for (const link of links) {
    const { id } = known[link.known];
    if (!link.isClose) continue;
    if (sameAs[link.found] === null) splitFrom[link.found] ??= id;
    else if (!taken.has(link.known) && !mergedInto.has(id)) mergedInto.set(id, link.found);
  }
  return { sameAs, splitFrom, mergedInto };
}

/** Whether two groups have as much in common as one has with itself over time. */
export function areLinked(a: Likeness, b: Likeness): boolean {
  const [accounts = 0] = countShared(a.accounts, indexBy([b.accounts])).values();
  const [objects = 0] = countShared(a.objects, indexBy([b.objects])).values();
  return toLink({ found: 0, known: 0, accounts, objects }, a, b) !== null;
}

/** Strongest first. */
function listLinks(known: readonly KnownLikeness[], found: readonly Likeness[]): readonly Link[] {
  const accountsOf = indexBy(known.map(({ accounts }) => accounts));
  const objectsOf = indexBy(known.map(({ objects }) => objects));
  const names = found.map(({ accounts }) => JSON.stringify([...accounts].sort()));
  return found
    .flatMap((one, place) => {
      const accounts = countShared(one.accounts, accountsOf);
      const objects = countShared(one.objects, objectsOf);
      return [...accounts].map(([of, shared]) => ({
        found: place,
        known: of,
        accounts: shared,
        objects: objects.get(of) ?? 0,
      }));
    })
    .flatMap((shared) => toLink(shared, known[shared.known], found[shared.found]) ?? [])
    .sort(
      (a, b) =>
        b.accounts - a.accounts ||
        b.objects - a.objects ||
        known[a.known].firstEpoch - known[b.known].firstEpoch ||
        compare(known[a.known].id, known[b.known].id) ||
        compare(names[a.found], names[b.found]),
    );
}

/** Null where they have too little in common. */
function toLink(shared: Shared, a: Likeness, b: Likeness): Link | null {
  if (shared.accounts < accountsLeast) return null;
  const ofAccounts = shared.accounts / Math.min(new Set(a.accounts).size, new Set(b.accounts).size);
  const ofObjects = shared.objects / Math.max(1, Math.min(new Set(a.objects).size, new Set(b.objects).size));
  const isClose = ofAccounts >= accountsAlone;
  return isClose || (ofAccounts >= accountsWithObjects && ofObjects >= objectsBeside) ? { ...shared, isClose } : null;
}

/** Which lists hold a name. */
function indexBy(lists: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  lists.forEach((list, place) => {
    for (const name of new Set(list)) {
      const held = places.get(name);
      if (held === undefined) places.set(name, [place]);
      else held.push(place);
    }
  });
  return places;
}

function countShared(
  names: readonly string[],
  index: ReadonlyMap<string, readonly number[]>,
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const name of new Set(names)) {
    for (const place of index.get(name) ?? []) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return counts;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
