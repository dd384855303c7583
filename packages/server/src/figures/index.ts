export { countBundle, countLedger, type CountedLedger } from "./count-ledger.ts";
export { mirrorLog, type MirrorOptions } from "./mirror-log.ts";
export { renderBriefing } from "./render/briefing-page.ts";
export { toFiguresCsv, toMonths } from "./render/figures-csv.ts";
export { toFiguresText } from "./render/figures-text.ts";
export { pageWords } from "./render/page-words.ts";
