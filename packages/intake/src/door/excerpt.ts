import { maskIdentifiers } from "../privacy/mask.ts";
import type { Draft } from "./draft.ts";

const dotted = /\b\d{1,3}(?:\.\d{1,3}){3}\b/g;
const colons = /(?<![\w:])(?:[\da-f]{0,4}:){3,7}[\da-f]{0,4}(?![\w:])/gi;

/**
 * The beginning of a rejected record, fit to be written down: identifiers masked, the draft's own address and device struck
 * out. Where a record may hold such and could not be read, nothing of it is shown.
 */
export function toSafeExcerpt(raw: string, draft: Draft | null, isSensitive: boolean): string {
  if (isSensitive && !draft) return "";
  let text = raw;
  for (const secret of [draft?.address, draft?.prefix, draft?.device]) {
    if (secret) text = text.replaceAll(secret, "[masked:identifier]");
  }
  text = text.replaceAll(dotted, "[masked:address]").replaceAll(colons, "[masked:address]");
  return maskIdentifiers(text).text.replaceAll(control, "�");
}

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;
