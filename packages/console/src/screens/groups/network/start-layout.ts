import type { NetworkIndex } from "./network-index.ts";

/** The angle by which a sunflower sets its seeds: a disc of any number of points, evenly filled. */
const goldenAngle = Math.PI * (3 - Math.sqrt(5));
const spacing = 5;

/**
 * Where everything stands before forces act: things on a circle, in the order of whom they share, each account in the middle of its things, those with the same
 * middle around it in a disc. It is readable as it is, so that nobody waits for the forces, and it is the same each time. x and y of the
 * accounts first, then of the things. Cost: linear in the actions.
 */
export function placeAtFirst({ network, thingsOf, membersOf }: NetworkIndex): Float32Array {
  const [accounts, things] = [network.accounts.length, network.objects.length];
  const places = new Float32Array((accounts + things) * 2);
  const radius = spacing * Math.sqrt(accounts + things) * 2;
  const order = orderByKinship(membersOf);
  order.forEach((thing, turn) => {
    const angle = (2 * Math.PI * turn) / Math.max(1, things);
    places[(accounts + thing) * 2] = radius * Math.cos(angle);
    places[(accounts + thing) * 2 + 1] = radius * Math.sin(angle);
  });
  const discs = new Map<string, number>();
  thingsOf.forEach((own, account) => {
    const mean = (axis: 0 | 1): number =>
      own.reduce((sum, thing) => sum + (places[(accounts + thing) * 2 + axis] ?? 0), 0) / Math.max(1, own.length);
    const [x, y] = [mean(0), mean(1)];
    const centre = `${Math.round(x / spacing)} ${Math.round(y / spacing)}`;
    const turn = discs.get(centre) ?? 0;
    discs.set(centre, turn + 1);
    const [inDisc, inAll] = [
      toSeed(turn + 0.5, turn, spacing),
      // A little aside, each in a direction and distance of its own: forces between two in one place would throw them out of sight.
      toSeed(account / accounts, account, 1),
    ];
    places[account * 2] = x + inDisc.x + inAll.x;
    places[account * 2 + 1] = y + inDisc.y + inAll.y;
  });
  return places;
}

/** A seed of a sunflower. */
function toSeed(area: number, turn: number, width: number): { readonly x: number; readonly y: number } {
  const away = width * Math.sqrt(area);
  return { x: away * Math.cos(turn * goldenAngle), y: away * Math.sin(turn * goldenAngle) };
}

/** Things so that each stands next to the one with which it shares most members, as far as is left. */
function orderByKinship(membersOf: NetworkIndex["membersOf"]): readonly number[] {
  const sets = membersOf.map((members) => new Set(members));
  const left = new Set(sets.keys());
  const order: number[] = [];
  let current = 0;
  while (left.size > 0) {
    left.delete(current);
    order.push(current);
    let [next, most] = [-1, -1];
    for (const thing of left) {
      const shared = membersOf[thing]?.filter((account) => sets[current]?.has(account)).length ?? 0;
      if (shared > most) [next, most] = [thing, shared];
    }
    current = next;
  }
  return order;
}
