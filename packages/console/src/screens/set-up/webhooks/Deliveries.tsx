import {
  listDeliveries,
  noticeKinds,
  readDelivery,
  replayDelivery,
  replayWebhook,
  type DeliveryView,
} from "@breakwater/contract";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useCommand, usePages, useRoute } from "../../../api/queries.ts";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Awaited, AwaitedList } from "../../../ui/Awaited.tsx";
import { Button } from "../../../ui/Button.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { Choice } from "../../../ui/Field.tsx";
import { MoreButton } from "../../../ui/MoreButton.tsx";
import { Row, Rows } from "../../../ui/Rows.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { Ago, Moment } from "../../../ui/Time.tsx";
import { useToast } from "../../../ui/Toasts.tsx";
import { partWords } from "../../../ui/words.ts";
import { useDialogCommand } from "../../../ui/use-dialog-command.ts";
import { webhookWords } from "./words.ts";

const statuses = ["pending", "delivered", "failed"] as const;
const tones = { pending: "plain", delivered: "good", failed: "bad" } as const;

/** What was sent, what came of it, and once more. */
export function Deliveries({ id }: { readonly id: string }) {
  const words = useWords(webhookWords);
  const navigate = useNavigate({ from: "/set-up/webhooks/$id" });
  const { status } = useSearch({ from: "/set-up/webhooks/$id" });
  const query = status === undefined ? {} : { status };
  // Whoever minds webhooks may follow no events.
  const isMoving = (items: readonly DeliveryView[]): boolean => items.some((one) => one.status === "pending");
  const pages = usePages(listDeliveries, { params: { id }, query }, { isMoving });
  const [isReplaying, setReplaying] = useState(false);
  return (
    <Sheet title={words.deliveries} aside={<Button onClick={() => setReplaying(true)}>{words.replayAll}</Button>}>
      <div className="filters">
        <Choice
          label={words.show}
          value={status ?? "any"}
          options={[["any", words.anyStatus], ...statuses.map((one) => [one, words.statuses[one]] as const)]}
          onChange={(next) => void navigate({ search: next === "any" ? {} : { status: next }, replace: true })}
        />
      </div>
      <AwaitedList
        what={words.theDeliveries}
        pages={pages}
        empty={
          <Empty title={words.noDeliveries}>
            <p>{words.noDeliveriesHint}</p>
          </Empty>
        }
      />
      <Rows label={words.deliveries}>
        {pages.items.map((delivery) => (
          <DeliveryRow key={delivery.id} delivery={delivery} />
        ))}
      </Rows>
      <MoreButton pages={pages} />
      {isReplaying && <ReplayAll id={id} onClose={() => setReplaying(false)} />}
    </Sheet>
  );
}

function DeliveryRow({ delivery }: { readonly delivery: DeliveryView }) {
  const words = useWords(webhookWords);
  const parts = useWords(partWords);
  const format = useFormat();
  const tell = useToast();
  const replay = useCommand(replayDelivery);
  const { id, kind, status, createdAt, attempts, lastStatus, lastFault, nextTryAt } = delivery;
  const run = async (): Promise<void> => {
    await replay.run({ params: { id } });
    tell(words.replayed);
  };
  return (
    <Row
      title={format.language === "en" ? noticeKinds[kind].en : noticeKinds[kind].zh}
      tags={<Tag tone={tones[status]}>{words.statuses[status]}</Tag>}
      facts={[
        <code key="kind">{kind}</code>,
        <Ago at={createdAt} key="at" />,
        words.attempts(format.number(attempts), attempts),
        lastStatus === null ? lastFault : words.answered(String(lastStatus)),
        nextTryAt === null ? null : (
          <span key="next">
            {words.nextTry} <Ago at={nextTryAt} />
          </span>
        ),
      ]}
      below={<Attempts id={id} />}
    >
      {replay.error !== null && <Failed error={replay.error} />}
      <Button busy={replay.isRunning ? parts.working : null} onClick={() => void run().catch(() => undefined)}>
        {words.again}
      </Button>
    </Row>
  );
}

function Attempts({ id }: { readonly id: string }) {
  const words = useWords(webhookWords);
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="small" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.log}</summary>
      {isOpen && <AttemptLog id={id} />}
    </details>
  );
}

function AttemptLog({ id }: { readonly id: string }) {
  const words = useWords(webhookWords);
  const format = useFormat();
  const reading = useRoute(readDelivery, { params: { id } });
  const { data } = reading;
  if (data === undefined) return <Awaited what={words.theLog} reading={reading} />;
  return (
    <ol>
      {data.log.map(({ number, at, durationMs, status, fault, excerpt }) => (
        <li key={`${number} ${at}`}>
          <Moment at={at} /> · {status === null ? (fault ?? words.noAnswer) : words.answered(String(status))} ·{" "}
          {words.took(format.number(durationMs))}
          {excerpt !== "" && (
            <>
              {" "}
              <code>{excerpt}</code>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

const sinces = { hour: 3_600_000, day: 86_400_000, week: 7 * 86_400_000 } as const;
const sinceNames = ["hour", "day", "week"] as const;

function ReplayAll({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const words = useWords(webhookWords);
  const format = useFormat();
  const tell = useToast();
  const { command, give } = useDialogCommand(replayWebhook, onClose);
  const [since, setSince] = useState<(typeof sinceNames)[number]>("day");
  return (
    <CommandDialog
      title={words.replayAll}
      hint={words.replayAllHint}
      action={words.again}
      command={command}
      onRun={() =>
        give(
          { params: { id }, body: { since: Date.now() - sinces[since] } },
          { after: ({ replayed }) => tell(words.replayedAll(format.number(replayed))) },
        )
      }
      onClose={onClose}
    >
      <Choice
        label={words.since}
        value={since}
        options={sinceNames.map((one) => [one, words.sinces[one]])}
        onChange={setSince}
      />
    </CommandDialog>
  );
}
