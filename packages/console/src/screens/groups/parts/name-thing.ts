/** Length of a name in a table; the whole stands in its title. */
const shownMax = 90;

/** How an object is called: its kind goes before it as in `url:https://…`, and the column says that already; a sample is called by its text. */
export function nameThing(layer: string, id: string): string {
  return layer === "sample" ? id : id.slice(id.indexOf(":") + 1);
}

export function cutName(name: string): string {
  const letters = Array.from(name);
  return letters.length > shownMax ? `${letters.slice(0, shownMax - 1).join("")}…` : name;
}
