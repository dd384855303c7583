import { confirmReset, listResets, withdrawReset, type accessReset } from "@breakwater/contract";
import type { z } from "zod";
import { useCommand, useRoute } from "../../../api/queries.ts";
import { useConsole, useWords } from "../../../app/context.tsx";
import { Awaited } from "../../../ui/Awaited.tsx";
import type { Availability } from "../../../ui/CommandButton.tsx";
import { CommandButton } from "../../../ui/CommandButton.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { useNames } from "../../../ui/Person.tsx";
import { Row, Rows } from "../../../ui/Rows.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Ago } from "../../../ui/Time.tsx";
import { useToast } from "../../../ui/Toasts.tsx";
import { partWords } from "../../../ui/words.ts";
import { useMay } from "../use-may.ts";
import type { OneTimeLink } from "./PeoplePage.tsx";
import { peopleWords } from "./words.ts";

type Reset = z.infer<typeof accessReset>;
type Shared = { readonly onLink: (link: OneTimeLink) => void };

/** What one administrator proposed and another has to look at; nothing where none waits. */
export function WaitingResets(shared: Shared) {
  const words = useWords(peopleWords);
  const reading = useRoute(listResets, {});
  const { data } = reading;
  if (data === undefined) return <Awaited what={words.theResets} reading={reading} />;
  return (
    <Sheet title={words.resets}>
      {data.items.length === 0 && <p className="quiet">{words.noResets}</p>}
      <Rows label={words.resets}>
        {data.items.map((reset) => (
          <WaitingReset key={reset.id} reset={reset} {...shared} />
        ))}
      </Rows>
    </Sheet>
  );
}

function WaitingReset({ reset, onLink }: Shared & { readonly reset: Reset }) {
  const words = useWords(peopleWords);
  const parts = useWords(partWords);
  const tell = useToast();
  const { me } = useConsole();
  const may = useMay("access:manage");
  const confirm = useCommand(confirmReset);
  const withdraw = useCommand(withdrawReset);
  const nameOf = useNames();
  const request = { params: { id: reset.id } };
  const mayConfirm: Availability =
    may.enabled && me.id === reset.proposedBy
      ? { enabled: false, why: words.ownProposal }
      : may.enabled && me.id === reset.personId
        ? { enabled: false, why: words.concerned }
        : may;
  const runConfirm = async (): Promise<void> => {
    const { data } = await confirm.run(request);
    if (data.kind === "issued") onLink(data.link);
  };
  const runWithdraw = async (): Promise<void> => {
    await withdraw.run(request);
    tell(words.withdrawn);
  };
  const error = confirm.error ?? withdraw.error;
  return (
    <Row
      title={words.resetOf(nameOf(reset.personId), words.parts[reset.parts])}
      facts={[
        words.proposedBy(nameOf(reset.proposedBy)),
        <>
          {words.runsOut} <Ago at={reset.expiresAt} />
        </>,
      ]}
    >
      {error !== null && <Failed error={error} />}
      <CommandButton
        availability={mayConfirm}
        busy={confirm.isRunning ? parts.working : null}
        onRun={() => void runConfirm().catch(() => undefined)}
      >
        {words.confirm}
      </CommandButton>
      <CommandButton
        availability={may}
        busy={withdraw.isRunning ? parts.working : null}
        onRun={() => void runWithdraw().catch(() => undefined)}
      >
        {words.withdraw}
      </CommandButton>
    </Row>
  );
}
