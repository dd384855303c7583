import type { Random } from "../random/random.ts";
import { composeClause, type Language } from "./compose.ts";

/**
 * What an army is told to say: a few statements, each in several wordings. `textOf(message)` is the copy that
 * everybody pastes; `paraphrase` picks a wording per statement, sometimes turns their order, and adds an opening.
 */
export type Message = {
  readonly language: Language;
  readonly topic: number;
  readonly statements: readonly (readonly string[])[];
};

export function createMessage(random: Random, language: Language, topic: number): Message {
  const statements = Array.from({ length: 4 }, () => {
    const clause = composeClause(random, language, topic);
    return [clause, ...Array.from({ length: 3 }, () => reword(random, language, clause))];
  });
  return { language, topic, statements };
}

export function textOf(message: Message): string {
  return join(
    message,
    message.statements.map((wordings) => wordings[0] ?? ""),
  );
}

export function paraphrase(message: Message, random: Random): string {
  const worded = message.statements.map((wordings) => random.pick(wordings));
  const ordered = random.chance(0.4) ? random.shuffle(worded) : worded;
  return random.pick(message.language === "zh" ? openingsZh : openingsEn) + join(message, ordered);
}

const openingsZh = ["", "", "说真的，", "大家看看，", "不得不说，", "朋友们，", "认真讲，", "冷静想想，"];
const openingsEn = ["", "", "honestly, ", "look, ", "have to say, ", "friends, ", "seriously, ", "just think: "];
const insertsZh = ["也", "都", "就", "还", "才", "可", "倒", "确实", "反正", "已经"];
const insertsEn = ["also", "just", "still", "indeed", "simply", "surely", "now", "clearly"];

/** Another wording of a clause: one or two small words set in, which breaks exact equality and little else. */
function reword(random: Random, language: Language, clause: string): string {
  const units = language === "zh" ? Array.from(clause) : clause.split(" ");
  for (let i = 0; i < 2; i++) {
    units.splice(1 + random.below(units.length), 0, random.pick(language === "zh" ? insertsZh : insertsEn));
  }
  return units.join(language === "zh" ? "" : " ");
}

function join(message: Message, clauses: readonly string[]): string {
  return clauses.join(message.language === "zh" ? "，" : ", ") + (message.language === "zh" ? "！" : "!");
}
