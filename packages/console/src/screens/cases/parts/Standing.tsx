import { Link } from "@tanstack/react-router";
import { useConsole, useFormat, useWords } from "../../../app/context.tsx";
import { People } from "../../../ui/Person.tsx";
import { Facts, Sheet } from "../../../ui/Sheet.tsx";
import { Moment } from "../../../ui/Time.tsx";
import { deadlineNames } from "../../../words/happenings.ts";
import { nameOf } from "../../../words/terms.ts";
import type { Case } from "../CaseFile.tsx";
import { toDeskAddress, type DeskObject } from "../desk-address.ts";
import { caseWords } from "../words/table.ts";

/** Who is on a case, what of it is due, and where else it leads. */
export function Standing({ file }: { readonly file: Case }) {
  const words = useWords(caseWords);
  const format = useFormat();
  const { me } = useConsole();
  const deadlines = useWords(deadlineNames);
  const handling = file.clocks.find(({ what }) => what === "handling");
  const others = file.people.filter((id) => !file.assignees.includes(id));
  return (
    <Sheet title={words.standing}>
      <Facts
        facts={[
          [
            words.assignee,
            file.assignees.length === 0 ? words.nobodyYet : <People ids={file.assignees} key="assignees" />,
          ],
          others.length === 0 ? null : [words.alsoTookPart, <People ids={others} key="others" />],
          [words.openedAt, <Moment at={file.openedAt} key="opened" />],
          handling === undefined
            ? null
            : [
                words.handled,
                handling.pausedMs === 0
                  ? format.duration(handling.runMs)
                  : words.handledPaused(format.duration(handling.runMs), format.duration(handling.pausedMs)),
              ],
          ...file.deadlines.map(
            ({ what, dueAt }, i) => [nameOf(deadlines, what), <Moment at={dueAt} key={i} />] as const,
          ),
          file.rejections === 0 ? null : [words.sentBack, format.number(file.rejections)],
          file.legalHold === null
            ? null
            : [
                words.legalHold,
                <span key="hold">
                  {file.legalHold.basis} · <Moment at={file.legalHold.reviewAt} />
                </span>,
              ],
          file.requestedHold === null ? null : [words.requestedHold, file.requestedHold.basis],
          file.closedAt === null ? null : [words.closedAt, <Moment at={file.closedAt} key="closed" />],
          file.retainUntil === null ? null : [words.retainUntil, <Moment at={file.retainUntil} key="kept" />],
        ]}
      />
      <ul className="case-links small">
        <li>
          <Link to="/leads/$id" params={{ id: file.lead }}>
            {words.toLead} →
          </Link>
        </li>
        {me.scopes.includes("legal_holds:manage") && (
          <li>
            <Link to="/cases/$id/legal-hold" params={{ id: file.id }}>
              {words.toLegalHold} →
            </Link>
          </li>
        )}
        {file.transfer !== null && (
          <DeskLink object="transfer" id={file.transfer}>
            {words.toTransfer}
          </DeskLink>
        )}
        {file.request !== null && (
          <DeskLink object="authority_request" id={file.request}>
            {words.toRequest}
          </DeskLink>
        )}
        {file.selfReview !== null && (
          <DeskLink object="self_review" id={file.selfReview}>
            {words.toSelfReview}
          </DeskLink>
        )}
        {file.sensitive && (
          <DeskLink object="victim_workspace" id={null}>
            {words.toVictims}
          </DeskLink>
        )}
      </ul>
    </Sheet>
  );
}

function DeskLink({
  object,
  id,
  children,
}: {
  readonly object: DeskObject;
  readonly id: string | null;
  readonly children: string;
}) {
  return (
    <li>
      <a href={toDeskAddress(object, id)}>{children} →</a>
    </li>
  );
}
