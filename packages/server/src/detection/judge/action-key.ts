import type { Action } from "@breakwater/records";

/**
 * What tells an action from all others of all sources: ids are the platforms' own, and two may give the same. Evidence names actions by
 * it. A source's name has no bare colon in it, so that keys are never ambiguous.
 */
export function toActionKey(source: string, id: string): string {
  return `${source.replaceAll("%", "%25").replaceAll(":", "%3A")}:${id}`;
}

/** The source and id behind a key; null where it is none. */
export function parseActionKey(key: string): { readonly source: string; readonly id: string } | null {
  const colon = key.indexOf(":");
  if (colon <= 0) return null;
  const source = key.slice(0, colon).replaceAll("%3A", ":").replaceAll("%25", "%");
  return { source, id: key.slice(colon + 1) };
}

export function withKey(source: string, action: Action): Action {
  return { ...action, id: toActionKey(source, action.id) };
}
