import type { AccountFinding, Group } from "@breakwater/engine";
import { say } from "../words/catalogue.ts";
import { joinPhrases, toGrouped } from "../words/phrase.ts";
import { familyWords, roleWords } from "../words/terms.ts";
import { toUnlikeliness } from "../words/values.ts";
import { caps, cutText } from "./caps.ts";
import { markup, plain, type Markup } from "./markup.ts";
import { table } from "./table.ts";

const columns = [
  { title: say("column_account") },
  { title: say("column_role") },
  { title: say("column_in_step"), isNumber: true },
  { title: say("column_expected"), isNumber: true },
  { title: say("column_chance"), isNumber: true },
  { title: say("column_actions"), isNumber: true },
  { title: say("column_families") },
];

/** The finding on each account: its own evidence, never the group's. */
export function accountsPart(group: Group): Markup {
  const shown = group.accounts.slice(0, caps.accountsPerGroup);
  const more = group.accounts.length - shown.length;
  return markup`<section class="part"><h4>${say("accounts_title")}</h4>
${table({ caption: say("accounts_caption"), columns, rows: shown.map(toCells) })}
${more > 0 ? markup`<p class="note">${say("more_accounts", { n: more })}</p>` : null}
<p class="note">${say("accounts_note")}</p></section>`;
}

function toCells(member: AccountFinding): readonly Markup[] {
  return [
    markup`<bdi>${plain(cutText(member.account, 60))}</bdi>`,
    markup`<span class="role ${plain(member.role)}">${roleWords[member.role]}</span>`,
    markup`${plain(toGrouped(member.inStep))}`,
    markup`${plain(toGrouped(member.expected))}`,
    markup`${toUnlikeliness({ logE: member.score, q: member.q })}`,
    markup`${plain(toGrouped(member.actions))}`,
    markup`${joinPhrases(member.families.map((family) => familyWords[family]))}`,
  ];
}
