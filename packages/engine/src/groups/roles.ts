import type { Role } from "../contract/findings.ts";
import type { InStepObject } from "./in-step-objects.ts";

/** Shares of an account's objects in step, and the least number of them, from which a role is proposed. */
const sourceShare = 0.75;
const leadShare = 0.5;
const leadObjectsMin = 4;
/** Who acts among the first tenth of the group on an object leads it. */
const leadTenth = 10;

/**
 * Proposes each member's role from its place in time. Who is first nearly every time is the *source*: being copied is
 * never evidence against the one who is copied, and an army that frames an activist makes her look just so. Who often
 * leads without being the source is proposed as *operator*, the rest as *amplifier*. People find the finer roles.
 */
export function proposeRoles(objects: readonly InStepObject[]): ReadonlyMap<number, Role> {
  const places = new Map<number, { first: number; lead: number; all: number }>();
  for (const object of objects) {
    const { at } = object.layer;
    const firstAt = at[object.rows[0]];
    const isTied = object.rows.length > 1 && at[object.rows[1]] === firstAt;
    object.rows.forEach((row, i) => {
      const account = object.layer.account[row];
      const place = places.get(account) ?? { first: 0, lead: 0, all: 0 };
      places.set(account, place);
      place.all += 1;
      if (i === 0 && !isTied) place.first += 1;
      if (i * leadTenth < object.rows.length) place.lead += 1;
    });
  }
  return new Map([...places].map(([account, place]) => [account, toRole(place)]));
}

function toRole(place: { readonly first: number; readonly lead: number; readonly all: number }): Role {
  if (place.first >= 2 && place.first >= sourceShare * place.all) return "source";
  if (place.all >= leadObjectsMin && place.lead >= leadShare * place.all) return "operator";
  return "amplifier";
}
