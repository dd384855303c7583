export { countBundle, countLedger, type CountedLedger } from "./count-ledger.ts";
export { mirrorLog, type MirrorOptions } from "./mirror-log.ts";
export { renderBriefing } from "./render/briefing-page.ts";
export { toFiguresText } from "./render/figures-text.ts";
export { pageWords } from "./render/page-words.ts";
