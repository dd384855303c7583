import { listRetention } from "@breakwater/contract";
import { useRoute } from "../../../api/queries.ts";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Awaited } from "../../../ui/Awaited.tsx";
import { Row, Rows } from "../../../ui/Rows.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { Ago } from "../../../ui/Time.tsx";
import { nameOf } from "../../../words/terms.ts";
import { SetUpFrame } from "../SetUpFrame.tsx";
import { AccountRecords } from "./AccountRecords.tsx";
import { recordWords } from "./words.ts";

export function RecordsPage() {
  return (
    <SetUpFrame part="records">
      <div className="columns">
        <Retention />
        <AccountRecords />
      </div>
    </SetUpFrame>
  );
}

function Retention() {
  const words = useWords(recordWords);
  const format = useFormat();
  const reading = useRoute(listRetention, {});
  const { data } = reading;
  const tellGone = (deleted: Readonly<Record<string, number>>): string => {
    const gone = Object.entries(deleted).filter(([, count]) => count > 0);
    const told = gone.map(([kind, count]) => words.countOf(nameOf(words.kinds, kind), format.number(count)));
    return told.length === 0 ? words.goneNothing : words.gone(format.list(told));
  };
  return (
    <Sheet title={words.retention}>
      <p className="quiet small">{words.retentionHint}</p>
      <Awaited what={words.theRetention} reading={reading} />
      <Rows label={words.retention}>
        {(data?.items ?? []).map(({ name, periodMs, ranAt, deleted, failure }) => (
          <Row
            key={name}
            title={nameOf(words.rules, name)}
            tags={<Tag>{periodMs === null ? words.ownEnd : format.duration(periodMs)}</Tag>}
            facts={[
              <span key="ran">
                {words.last}: {ranAt === null ? words.never : <Ago at={ranAt} />}
              </span>,
              tellGone(deleted),
              failure === null ? null : (
                <span key="failure" role="alert">
                  {words.failure}
                </span>
              ),
            ]}
          />
        ))}
      </Rows>
    </Sheet>
  );
}
