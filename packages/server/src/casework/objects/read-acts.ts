import type { EvidenceItem } from "@breakwater/casework";
import type { Action } from "@breakwater/records";

/** What the platform sent, by the key that groups give it; null where it is not held any more, or never was. */
export type FindAction = (key: string) => Promise<Action | null>;

/**
 * What a piece of evidence shows, as far as it is held. Of others' acts nothing: naming them as evidence about somebody else is no way to
 * read them.
 */
export async function readActs({ accounts, actions = [] }: EvidenceItem, findAction: FindAction) {
  const items = [];
  for (const id of actions) {
    const action = await findAction(id);
    const isOwn = action !== null && accounts.includes(action.account);
    const state = action === null ? "gone" : isOwn ? "held" : "of_others";
    items.push({ id, state, act: isOwn ? toAct(action) : null });
  }
  return items;
}

function toAct({ account, at, kind, text, objects }: Action) {
  const media = objects.flatMap((object) => (object.kind === "media" ? [object.id] : []));
  return { account, at, kind, text: text ?? null, media };
}
