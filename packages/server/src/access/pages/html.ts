/** Markup that is safe to send: made by `html` alone. */
export type Html = { readonly markup: string };

type Part = Html | string | number | null | false | readonly Part[];

const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Markup with values put in as text; a value that is markup itself goes in as it is, and null and false as nothing. Attributes are quoted. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const markup = strings
    .map((text, index) => text + (index < parts.length ? render(parts[index] ?? null) : ""))
    .join("");
  return { markup };
}

function render(part: Part): string {
  if (part === null || part === false) return "";
  if (typeof part === "string") return part.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);
  if (typeof part === "number") return String(part);
  return "markup" in part ? part.markup : part.map(render).join("");
}
