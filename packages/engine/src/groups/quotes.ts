import type { Group, Signal } from "../contract/findings.ts";
import type { ActionTable } from "../contract/table.ts";

type Unquoted = Omit<Group, "quotes">;

/**
 * Says of each text that a group's evidence shows from which action it is: a sample is named by its text, and equal texts are shown in the
 * words of the first who used them, who need not be in the group. Cost: linear in the evidence and the texts, once for all groups.
 */
export function withQuotes(groups: readonly Unquoted[], table: ActionTable): readonly Group[] {
  const shownIn = new Map<string, number[]>();
  groups.forEach((group, place) => {
    for (const text of listShown(group)) {
      const places = shownIn.get(text);
      if (places === undefined) shownIn.set(text, [place]);
      else places.push(place);
    }
  });
  const quotes = groups.map((): { text: string; action: string }[] => []);
  const isSeen = new Uint8Array(table.texts.count);
  for (let row = 0; row < table.count && groups.length > 0; row++) {
    const index = table.text[row];
    if (index < 0 || isSeen[index] === 1) continue;
    isSeen[index] = 1;
    const text = table.texts.raw[index];
    for (const place of shownIn.get(text) ?? []) quotes[place].push({ text, action: table.ids[row] });
  }
  return groups.map((group, place) => ({ ...group, quotes: quotes[place] }));
}

/** Every string of the evidence that is a text, or may be the name of a sample. */
function listShown(group: Unquoted): ReadonlySet<string> {
  const shown = new Set<string>();
  for (const { actions } of [...group.coordinated, ...group.inauthentic]) addActions(shown, actions);
  for (const { objects } of [...group.accounts, ...group.edges]) for (const object of objects) shown.add(object);
  for (const { id } of group.objects) shown.add(id);
  for (const { representative, variants } of group.samples) {
    shown.add(representative);
    for (const { text } of variants) shown.add(text);
  }
  return shown;
}

function addActions(shown: Set<string>, actions: Signal["actions"]): void {
  for (const { text, object } of actions) {
    if (text !== null) shown.add(text);
    if (object !== null) shown.add(object);
  }
}
