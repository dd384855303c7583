import type { Desk } from "../desk/desk.ts";
import type { Order } from "../desk/machines.ts";
import type { Actor } from "../kernel/actor.ts";
import type { RuleInForce } from "../kernel/related.ts";
import type { Instant } from "../kernel/time.ts";
import type { RuleContent } from "../policies/rule-content.ts";

/** The rule that the pieces of tests name: every level that the ladder bears at each gravity. */
export const ruleContent: RuleContent = {
  title: { en: "Accounts run by one hand in secret", "zh-Hans": "隐瞒由一方操控的账号" },
  text: {
    en: "Nobody runs several accounts as if they were unrelated people, and has them post or like in step.",
    "zh-Hans": "不得操控多个账号冒充互不相关的人，步调一致地发布或点赞。",
  },
  falls: [
    {
      en: "Forty accounts, registered within an hour, that post the same text within seconds on six occasions.",
      "zh-Hans": "一小时内注册的四十个账号，六次在数秒内发布同一文字。",
    },
  ],
  spares: [
    {
      en: "Members of a fan club who each share its announcement from their own account.",
      "zh-Hans": "粉丝会成员各自用自己的账号转发公告。",
    },
  ],
  tests: [
    {
      behaviour: "shares_one_hand",
      shows: {
        en: "What shows that this account is run together with others, and that it hides this.",
        "zh-Hans": "有何证据显示该账号与其他账号由同一方操控并加以隐瞒。",
      },
    },
  ],
  ladder: {
    minor: [0, 1],
    moderate: [0, 1, 2, 3, 4, 5],
    serious: [0, 1, 2, 3, 4, 5, 6, 7, 8],
    critical: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  },
  ground: "incompatible",
  groundName: { en: "Terms, section 4", "zh-Hans": "服务条款第四节" },
  category: "STATEMENT_CATEGORY_SCAMS_AND_FRAUD",
  keywords: ["KEYWORD_INAUTHENTIC_ACCOUNTS"],
};

export const testRule: RuleInForce = { rule: { id: "IA-1", version: "3" }, ladder: ruleContent.ladder };

const author: Actor = { id: "eda", roles: ["editor"] };
const second: Actor = { id: "leo", roles: ["legal"] };
const clock: Actor = { id: "system", roles: ["system"] };

/** What brings a rule into force at `at`: who gives which command, in order. */
export function listRuleOrders(
  at: Instant,
  { rule } = testRule,
): readonly { readonly order: Order; readonly actor: Actor; readonly at: Instant }[] {
  const id = `${rule.id}:${rule.version}`;
  const transition = { en: "It is the first of its kind.", "zh-Hans": "这是首条规则。" };
  const steps: readonly (readonly [Actor, Extract<Order, { object: "rule_version" }>["command"]])[] = [
    [author, { kind: "draft", rule, linted: { content: ruleContent, findings: [] } }],
    [second, { kind: "review", agrees: true, reason: "It is about what accounts do." }],
    [second, { kind: "publish", effectiveFrom: at, effectiveUntil: null, transition }],
    [clock, { kind: "take_effect" }],
  ];
  return steps.map(([actor, command]) => ({ order: { object: "rule_version", id, command }, actor, at }));
}

/** A rule that may be decided by, at a desk that has none. */
export function bringRuleIntoForce(desk: Desk, at: Instant): void {
  for (const { order, ...by } of listRuleOrders(at)) {
    const outcome = desk.execute(order, by);
    if (!outcome.ok) throw new Error(`The rule of the tests: ${outcome.refusal.code}.`);
  }
}
