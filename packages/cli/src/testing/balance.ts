const voids = new Set(["meta", "input", "br"]);

/**
 * The first fault in the nesting of a page or an XML file, or null. A small reader of its own: it knows tags, quoted
 * attributes, comments-free text and the raw text of `style` and `script`, which is all that we write.
 */
export function findImbalance(page: string): string | null {
  const open: string[] = [];
  const raw = page.replaceAll(/(<(style|script)>)[\s\S]*?(<\/\2>)/g, "$1$3");
  for (const match of raw.matchAll(/<(\/?)([a-zA-Z][\w:]*)((?:[^<>"]|"[^"<]*")*?)(\/?)>|<|>/g)) {
    const [tag, slash, name, , selfClosed] = match;
    if (name === undefined) return `stray ${tag} at ${raw.slice(match.index - 40, match.index + 40)}`;
    if (selfClosed === "/" || voids.has(name)) continue;
    if (slash === "") open.push(name);
    else if (open.pop() !== name) return `unexpected ${tag} at ${raw.slice(match.index - 80, match.index + 20)}`;
  }
  return open.length === 0 ? null : `never closed: ${open.join(", ")}`;
}
