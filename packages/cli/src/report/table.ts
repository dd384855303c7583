import type { Phrase } from "../words/phrase.ts";
import { markup, type Markup } from "./markup.ts";

export type Column = { readonly title: Phrase; readonly isNumber?: boolean };

/** A captioned table that scrolls inside its own frame when the page is narrow. The first cell of a row names it. */
export function table(options: {
  readonly caption: Phrase;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Markup[])[];
  readonly isCaptionHidden?: boolean;
}): Markup {
  const { columns } = options;
  const head = columns.map((column) => markup`<th scope="col"${numberClass(column)}>${column.title}</th>`);
  const rows = options.rows.map((cells) => {
    const line = cells.map((cell, index) => {
      const style = numberClass(columns[index]);
      return index === 0 ? markup`<th scope="row"${style}>${cell}</th>` : markup`<td${style}>${cell}</td>`;
    });
    return markup`<tr>${line}</tr>\n`;
  });
  const caption = options.isCaptionHidden ? markup` class="unseen"` : markup``;
  return markup`<div class="scroll" tabindex="0" role="group"><table><caption${caption}>${options.caption}</caption>
<thead><tr>${head}</tr></thead><tbody>
${rows}</tbody></table></div>`;
}

function numberClass(column: Column | undefined): Markup {
  return column?.isNumber ? markup` class="n"` : markup``;
}
