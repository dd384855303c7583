import { useRef, useState } from "react";
import type { z } from "zod";
import { useWords } from "../../../app/context.tsx";
import { Button } from "../../../ui/Button.tsx";
import { CommandFailed } from "../../../ui/CommandDialog.tsx";
import { Dialog, DialogActions } from "../../../ui/Dialog.tsx";
import { partWords } from "../../../ui/words.ts";
import { BodyForm, type FieldWords, type Offer } from "./BodyForm.tsx";
import { findFaults, toBody, toDraft } from "./draft.ts";
import { readMembers } from "./shape.ts";

export type BodyDialogProps = {
  readonly title: string;
  /** What follows from it. */
  readonly hint: string;
  /** What the button says. */
  readonly action: string;
  readonly look?: "main" | "danger";
  readonly schema: z.ZodObject;
  /** Members that are said already, and no field: `{ kind: "release" }`. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  readonly initial?: Readonly<Record<string, unknown>>;
  readonly fields: Readonly<Record<string, FieldWords>>;
  readonly offers?: Readonly<Record<string, Offer>>;
  readonly command: { readonly isRunning: boolean; readonly error: Error | null };
  /** Called with what the contract takes. */
  readonly onRun: (body: Readonly<Record<string, unknown>>) => void;
  readonly onClose: () => void;
};

/** Asks for what a body needs, in the fields that its schema has, and says at each what the contract would not take. */
export function BodyDialog(props: BodyDialogProps) {
  const { title, hint, action, look = "main", schema, fixed = {}, initial, command, onRun, onClose } = props;
  const parts = useWords(partWords);
  const form = useRef<HTMLFormElement>(null);
  const members = Object.fromEntries(
    Object.entries(readMembers(schema)).filter(([name]) => !Object.hasOwn(fixed, name)),
  );
  const [draft, setDraft] = useState(() => toDraft(members, initial));
  const [wasSent, setSent] = useState(false);
  const body = { ...fixed, ...toBody(members, draft) };
  const faults = findFaults(schema, body);
  const send = (): void => {
    setSent(true);
    if (Object.keys(faults).length === 0) onRun(body);
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus());
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        ref={form}
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <p className="quiet">{hint}</p>
        <BodyForm
          members={members}
          words={props.fields}
          {...(props.offers && { offers: props.offers })}
          draft={draft}
          faults={wasSent ? faults : {}}
          onChange={setDraft}
        />
        <CommandFailed error={command.error} />
        <DialogActions>
          <Button look="quiet" onClick={onClose}>
            {parts.cancel}
          </Button>
          <Button type="submit" look={look} busy={command.isRunning ? parts.working : null}>
            {action}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
