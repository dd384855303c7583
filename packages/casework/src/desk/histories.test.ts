import { historyLaw } from "../testing/history-law.ts";

// The quick share; the whole is in histories.slow.test.ts.
historyLaw({ histories: 12, commands: 600, seed: 20_260_302 });
