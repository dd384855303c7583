import { commandLegalHold, legalHoldCommandKinds, type getLegalHold } from "@breakwater/contract";
import { useState } from "react";
import type { AnswerOf, RequestOf } from "../../../api/route-types.ts";
import { useConsole, useWords } from "../../../app/context.tsx";
import { CommandButton } from "../../../ui/CommandButton.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { LongField } from "../../../ui/LongField.tsx";
import { Person } from "../../../ui/Person.tsx";
import { Facts, Sheet } from "../../../ui/Sheet.tsx";
import { Moment } from "../../../ui/Time.tsx";
import { useDialogCommand } from "../../../ui/use-dialog-command.ts";
import { caseWords } from "../words/table.ts";

type Hold = AnswerOf<typeof getLegalHold>;
type Kind = (typeof legalHoldCommandKinds)[number];
type Body = RequestOf<typeof commandLegalHold>["body"];

/** Asked for by one, confirmed by another. */
export function LegalHoldSheet({ hold }: { readonly hold: Hold }) {
  const words = useWords(caseWords);
  const [asked, setAsked] = useState<Kind | null>(null);
  const standing = hold.legalHold ?? hold.requestedHold;
  return (
    <Sheet title={words.legalHoldTitle}>
      {standing === null ? (
        <p className="quiet">{words.noLegalHold}</p>
      ) : (
        <Facts
          facts={[
            [words.holdStands, hold.legalHold === null ? words.holdAsked : words.holdInForce],
            [words.holdBasis, standing.basis],
            [words.holdRequestedBy, <Person id={standing.requestedBy} key="by" />],
            [words.holdReview, <Moment at={standing.reviewAt} key="review" />],
          ]}
        />
      )}
      <div className="commands case-narrow">
        {legalHoldCommandKinds.map((kind) => (
          <CommandButton key={kind} availability={hold.commands[kind]} onRun={() => setAsked(kind)}>
            {words.holdCommands[kind]}
          </CommandButton>
        ))}
      </div>
      {asked !== null && <HoldDialog kind={asked} hold={hold} onClose={() => setAsked(null)} />}
    </Sheet>
  );
}

function HoldDialog({
  kind,
  hold,
  onClose,
}: {
  readonly kind: Kind;
  readonly hold: Hold;
  readonly onClose: () => void;
}) {
  const words = useWords(caseWords);
  const { me } = useConsole();
  const { command, give } = useDialogCommand(commandLegalHold, onClose, hold.version);
  const [text, setText] = useState("");
  const needsText = kind !== "confirm_legal_hold";
  const run = (): void =>
    give({ params: { id: hold.case }, body: toBody(kind, text, me.id) }, { done: words.holdDone[kind] });
  return (
    <CommandDialog
      title={words.holdCommands[kind]}
      hint={words.holdHints[kind]}
      action={words.holdCommands[kind]}
      command={command}
      onRun={needsText && text.trim() === "" ? undefined : run}
      onClose={onClose}
    >
      {needsText && (
        <LongField
          label={kind === "request_legal_hold" ? words.holdBasis : words.reason}
          value={text}
          onChange={setText}
        />
      )}
    </CommandDialog>
  );
}

/** Whoever asks for a hold answers for it. */
function toBody(kind: Kind, text: string, owner: string): Body {
  switch (kind) {
    case "request_legal_hold":
      return { kind, basis: text, owner };
    case "confirm_legal_hold":
      return { kind };
    case "release_legal_hold":
      return { kind, reason: text };
  }
}
