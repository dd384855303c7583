import type { TextReader } from "@breakwater/casework";
import { normaliseText, pinyinKey } from "@breakwater/engine/text";

/** How the linter of rules reads a text here: through look-alikes, split characters, Traditional forms, and by sound. */
export const ruleReader: TextReader = { fold: normaliseText, sound: pinyinKey };
