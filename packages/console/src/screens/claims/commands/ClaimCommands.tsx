import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useFormat, useWords } from "../../../app/context.tsx";
import { useKeys } from "../../../shell/keys/Keys.tsx";
import { CommandButton } from "../../../ui/CommandButton.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { useToast } from "../../../ui/Toasts.tsx";
import type { Turn } from "../claim-search.ts";
import type { Claim } from "../ClaimStanding.tsx";
import { claimWords } from "../words/table.ts";
import { PublishDialog } from "./PublishDialog.tsx";
import { StandDialog } from "./StandDialog.tsx";
import { useClaimQueue } from "./use-claim-queue.ts";
import { WithdrawDialog } from "./WithdrawDialog.tsx";

type Verb = keyof Claim["commands"];
type Asked = "stand" | "publish" | "withdraw";

const shortcuts: Readonly<Record<Verb, string>> = {
  review: "r",
  adopt: "a",
  publish: "p",
  edit: "e",
  correct: "c",
  withdraw: "w",
};
const ofOwn: readonly Verb[] = ["review", "publish", "edit", "correct", "withdraw"];
const ofImports: readonly Verb[] = ["adopt", "edit", "withdraw"];

/**
 * What can be done with an entry, all bound to the version that is shown. Where somebody works through a queue (`turn`), doing what it asks for goes on
 * to the next.
 */
export function ClaimCommands({ claim, turn }: { readonly claim: Claim; readonly turn: Turn | undefined }) {
  const words = useWords(claimWords);
  const tell = useToast();
  const navigate = useNavigate();
  const format = useFormat();
  const queue = useClaimQueue(turn, claim.id);
  const [asked, setAsked] = useState<Asked | null>(null);
  const { commands, entry, id } = claim;
  const verbs = entry.origin === "own" ? ofOwn : ofImports;
  const begin = (verb: Verb): void => {
    if (verb === "edit" || verb === "correct") void navigate({ to: "/claims/entry/$id/edit", params: { id } });
    else setAsked(verb === "review" || verb === "adopt" ? "stand" : verb);
  };
  const skip = turn === undefined ? [] : [{ keys: "n", label: words.skip, run: queue.goOn }];
  useKeys("page", [
    ...verbs
      .filter((verb) => commands[verb].enabled)
      .map((verb) => ({ keys: shortcuts[verb], label: words.commands[verb], run: () => begin(verb) })),
    ...skip,
  ]);
  const close = (): void => setAsked(null);
  const done = (verb: keyof typeof words.done): void => {
    close();
    tell(words.done[verb]);
    if (verb === turn) queue.goOn();
  };
  const main = claim.next?.step;
  const count = queue.hasMore ? `${format.number(queue.count)}+` : format.number(queue.count);
  return (
    <Sheet
      title={words.decide}
      aside={queue.place !== null && <span className="quiet">{words.placeOf(format.number(queue.place), count)}</span>}
    >
      <div className="commands">
        {verbs.map((verb) => (
          <CommandButton
            key={verb}
            availability={commands[verb]}
            look={verb === main ? "main" : verb === "withdraw" ? "danger" : "plain"}
            shortcut={shortcuts[verb]}
            onRun={() => begin(verb)}
          >
            {words.commands[verb]}
          </CommandButton>
        ))}
        {turn !== undefined && (
          <CommandButton availability={{ enabled: true }} look="quiet" shortcut="n" onRun={queue.goOn}>
            {words.skip}
          </CommandButton>
        )}
      </div>
      {asked === "stand" && (
        <StandDialog claim={claim} onClose={close} onDone={() => done(entry.origin === "own" ? "review" : "adopt")} />
      )}
      {asked === "publish" && <PublishDialog claim={claim} onClose={close} onDone={() => done("publish")} />}
      {asked === "withdraw" && <WithdrawDialog claim={claim} onClose={close} onDone={() => done("withdraw")} />}
    </Sheet>
  );
}
