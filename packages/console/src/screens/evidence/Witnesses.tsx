import { listLedgerWitnesses } from "@breakwater/contract";
import type { z } from "zod";
import { useRoute } from "../../api/queries.ts";
import { useFormat, useWords } from "../../app/context.tsx";
import { CopyText } from "../../ui/CopyText.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { Ago } from "../../ui/Time.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { evidenceWords } from "./words/table.ts";

/** No event tells that a place took a checkpoint. */
const everyMs = 10_000;

type Witness = z.output<typeof listLedgerWitnesses.response>["items"][number];

/** Where checkpoints go by themselves, what each place has, and how often it took nothing. */
export function Witnesses() {
  const words = useWords(evidenceWords);
  const answer = useRoute(listLedgerWitnesses, {}, { everyMs });
  const items = answer.data?.items;
  return (
    <Sheet title={words.witnesses}>
      <p className="quiet small">{words.witnessesHint}</p>
      {answer.isPending && <Waiting what={words.theWitnesses} />}
      {answer.error !== null && items === undefined && (
        <Failed what={words.theWitnesses} error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {items?.length === 0 && (
        <>
          <p>{words.nowhere}</p>
          <CopyText text={'[ledger]\nwitnesses = ["https://…"]'} />
        </>
      )}
      <ul className="evidence-witnesses">
        {items?.map((witness) => (
          <OneWitness key={`${witness.kind} ${witness.address}`} witness={witness} />
        ))}
      </ul>
    </Sheet>
  );
}

function OneWitness({ witness }: { readonly witness: Witness }) {
  const words = useWords(evidenceWords);
  const format = useFormat();
  const { kind, address, size, takenAt, failures, failed, fault, nextAt } = witness;
  return (
    <li>
      <p>{words.witnessKinds[kind]}</p>
      {address !== null && <p className="id">{address}</p>}
      <p className="small">
        {size === null || takenAt === null ? (
          words.hasNone
        ) : (
          <>
            {words.hasUpTo(format.number(size))} <Ago at={takenAt} />
          </>
        )}
      </p>
      {failures > 0 && (
        <p className="small">
          <Tag tone="warn">{words.failing(format.number(failures), failures)}</Tag>{" "}
          {words.witnessFaults[fault ?? ""] ?? words.otherFault(fault ?? "")}{" "}
          {nextAt !== null && (
            <>
              {words.nextTry} <Ago at={nextAt} />
            </>
          )}
        </p>
      )}
      {failed > failures && <p className="quiet small">{words.failedInAll(format.number(failed))}</p>}
    </li>
  );
}
