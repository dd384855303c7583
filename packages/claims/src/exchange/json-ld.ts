/** What stands in the JSON-LD script blocks of a page. */
export type ScriptBlock =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly excerpt: string };

/**
 * The JSON-LD blocks of a page, in their order; one that is no JSON costs itself. Comments are passed over, as browsers do.
 * Cost: linear; nothing else of the page is parsed.
 */
export function listJsonLd(html: string): readonly ScriptBlock[] {
  const blocks: ScriptBlock[] = [];
  const lower = html.toLowerCase();
  for (let at = lower.indexOf("<"); at >= 0; at = lower.indexOf("<", at)) {
    if (lower.startsWith("<!--", at)) {
      at = endOf(lower, "-->", at);
    } else if (/^<script[\s/>]/.test(lower.slice(at, at + 8))) {
      const opened = endOf(lower, ">", at);
      const closed = lower.indexOf("</script", opened);
      const end = closed < 0 ? html.length : closed;
      if (isJsonLd(lower.slice(at, Math.min(opened, at + tagUnitsMax))))
        blocks.push(parseBlock(html.slice(opened, end)));
      at = end;
      if (closed < 0) break;
      at += 1;
    } else {
      at += 1;
    }
  }
  return blocks;
}

const tagUnitsMax = 2000;
const excerptUnits = 240;

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
}

function isJsonLd(tag: string): boolean {
  return /\stype\s*=\s*["']?\s*application\/ld\+json/.test(tag);
}

/** Some pages hide the block from old browsers, and some leave line ends inside strings. */
function parseBlock(text: string): ScriptBlock {
  const bare = text
    .trim()
    .replace(/^(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)/, "")
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)$/, "");
  for (const candidate of [bare, bare.replaceAll(/[\n\r\t]+/g, " ")]) {
    try {
      return { ok: true, value: JSON.parse(candidate) };
    } catch {
      continue;
    }
  }
  return { ok: false, excerpt: bare.trim().slice(0, excerptUnits) };
}
