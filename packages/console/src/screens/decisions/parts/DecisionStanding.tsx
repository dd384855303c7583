import { listNotices } from "@breakwater/contract";
import { Link } from "@tanstack/react-router";
import { usePages } from "../../../api/queries.ts";
import { useConsole, useFormat, useWords } from "../../../app/context.tsx";
import { Person } from "../../../ui/Person.tsx";
import { Facts, Sheet } from "../../../ui/Sheet.tsx";
import { Moment } from "../../../ui/Time.tsx";
import type { Decision } from "../DecisionFile.tsx";
import { decisionWords } from "../words/table.ts";

/** Who decided, whether the person was told, and until when they can object. */
export function DecisionStanding({ file }: { readonly file: Decision }) {
  const words = useWords(decisionWords);
  const format = useFormat();
  const mayRead = useConsole().me.scopes.includes("notices:read");
  const notices = usePages(listNotices, { query: { about: file.id } }, { isWanted: mayRead });
  const [newest] = notices.items;
  const { dispute } = file;
  return (
    <Sheet title={words.standing}>
      <Facts
        facts={[
          [words.decidedAt, <Moment at={file.decidedAt} key="decided" />],
          [words.proposer, <Person id={file.proposer} key="proposer" />],
          file.approver === null && file.hidden.length === 0
            ? [words.approver, words.nobodyElse]
            : [words.approver, <Person id={file.approver} key="approver" />],
          file.unseparated.length === 0 ? null : [words.unseparated, words.unseparatedHint],
          [
            words.told,
            file.notice === null
              ? newest === undefined
                ? words.notTold
                : words.noticeStates[newest.status]
              : words.toldAs[file.notice.outcome],
          ],
          file.informedAt === null ? null : [words.informedAt, <Moment at={file.informedAt} key="informed" />],
          file.appealUntil === null ? null : [words.appealUntil, format.date(file.appealUntil)],
          file.rule === null ? null : [words.rule, words.ruleVersion(file.rule.id, file.rule.version)],
          file.emergencyUntil === null
            ? null
            : [words.emergencyUntil, <Moment at={file.emergencyUntil} key="emergency" />],
          dispute === null ? null : [words.dispute, `${dispute.body} · ${dispute.reference}`],
          dispute === null ? null : [words.disputeDue, <Moment at={dispute.dueAt} key="due" />],
          file.supersededBy === null
            ? null
            : [
                words.supersededBy,
                <Link key="by" to="/decisions/$id" params={{ id: file.supersededBy }}>
                  {words.toThat} →
                </Link>,
              ],
        ]}
      />
      <p className="small">
        <Link to="/cases/$id" params={{ id: file.case }}>
          {words.toCase} →
        </Link>
      </p>
    </Sheet>
  );
}
