import { html, type Html } from "../../access/pages/html.ts";
import { letterWords } from "../../casework/notices/letters/letter-words.ts";
import type { Receipt } from "../../casework/notices/receipt.ts";
import { toHref, type View } from "./layout.ts";

/** The checkpoint for whoever reads the page to keep, what it is for, and how to check it. Beside the page it is had as a file. */
export function toReceipt({ language, words: w, path, log }: View, receipt: Receipt | null): Html | null {
  if (receipt === null) return null;
  const { heading, text, check } = letterWords[language].receipt;
  return html`<section>
    <h2>${heading}</h2>
    <p>${text(receipt.entry)}</p>
    <p>${check(log)}</p>
    <p class="written">${receipt.checkpoint.trimEnd()}</p>
    <p><a href="${toHref(`${path}/checkpoint`, language)}" download="held.checkpoint">${w.saveCheckpoint}</a></p>
  </section>`;
}
