export { countBundle, countLedger, type CountedLedger } from "./count-ledger.ts";
export { renderBriefing } from "./render/briefing-page.ts";
export { toFiguresText } from "./render/figures-text.ts";
export { pageWords } from "./render/page-words.ts";
