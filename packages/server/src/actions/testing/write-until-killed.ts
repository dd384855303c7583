// A process that writes to an action log as fast as it can and says on its standard output what was acknowledged:
// `stored <id>`, `edited <id>`, `removed <id>`. Its clock goes through a day in some fifty calls.
import { argv, stdout } from "node:process";
import { toTestAction } from "../action-log.law.ts";
import { openActionLog } from "../sqlite-action-log.ts";

const [, , folder = "", round = "0"] = argv;
const start = 20_000 * 86_400_000;
const log = openActionLog(folder);
let calls = 0;
const hands = 5;

await Promise.all(
  Array.from({ length: hands }, async (_, hand) => {
    for (let i = 0; ; i++) {
      const at = start + (Number(round) * 20 + calls++) * 1_700_000;
      const ids = Array.from({ length: 1 + (i % 40) }, (__, n) => `${round}.${hand}.${i}.${n}`);
      await log.append(
        "forum",
        ids.map((id) => toTestAction(id, { at })),
        at,
      );
      stdout.write(ids.map((id) => `stored ${id}\n`).join(""));
      // Of a day or two before, so that older files are changed.
      const old = `${round}.${hand}.${Math.max(0, i - 20)}.0`;
      if (i % 3 === 1 && (await log.edit("forum", old, `edited ${old}`, at))) stdout.write(`edited ${old}\n`);
      if (i % 7 === 2 && (await log.remove("forum", old, at))) stdout.write(`removed ${old}\n`);
      if (i % 5 === 0) await log.appendWatermark(at);
    }
  }),
);
