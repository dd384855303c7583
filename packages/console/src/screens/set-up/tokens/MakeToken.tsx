import { createToken, newAccessToken, tokenScopes, type Scope } from "@breakwater/contract";
import { useState } from "react";
import { useFormat, useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { Choice, TextField, Ticks } from "../../../ui/Field.tsx";
import { useDialogCommand } from "../../../ui/use-dialog-command.ts";
import { scopeNames } from "../../../words/scopes.ts";
import { tokenWords } from "./words.ts";

const spans = ["90", "365", "30", "7", "never"] as const;

export function MakeToken({
  onClose,
  onMade,
}: {
  readonly onClose: () => void;
  readonly onMade: (secret: string) => void;
}) {
  const words = useWords(tokenWords);
  const names = useWords(scopeNames);
  const format = useFormat();
  const { command, give } = useDialogCommand(createToken, onClose);
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<ReadonlySet<Scope>>(new Set());
  const [span, setSpan] = useState<(typeof spans)[number]>("90");
  const body = { name, scopes: [...scopes], expiresInDays: span === "never" ? null : Number(span) };
  const isWhole = newAccessToken.safeParse(body).success;
  return (
    <CommandDialog
      title={words.make}
      hint={words.makeHint}
      action={words.make}
      command={command}
      onRun={isWhole ? () => give({ body }, { after: ({ secret }) => onMade(secret) }) : undefined}
      onClose={onClose}
    >
      <TextField label={words.name} hint={words.nameHint} value={name} onChange={setName} />
      <Choice
        label={words.ends}
        value={span}
        options={spans.map((one) => [one, one === "never" ? words.never : words.after(format.number(Number(one)))])}
        onChange={setSpan}
      />
      <Ticks
        label={words.scopes}
        hint={words.scopesHint}
        options={tokenScopes.map((scope) => ({
          value: scope,
          words: (
            <>
              <code>{scope}</code> <span className="field-hint">{names[scope]}</span>
            </>
          ),
        }))}
        chosen={scopes}
        onChange={setScopes}
      />
    </CommandDialog>
  );
}
