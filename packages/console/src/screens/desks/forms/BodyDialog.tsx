import { useRef, useState } from "react";
import type { z } from "zod";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { BodyForm, type FieldWords, type Offer } from "./BodyForm.tsx";
import { findFaults, toBody, toDraft } from "./draft.ts";
import { readMembers } from "./shape.ts";

export type BodyDialogProps = {
  /** Of the command, as its button says it. */
  readonly name: string;
  /** What follows from it. */
  readonly hint: string;
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
  const { name, hint, look = "main", schema, fixed = {}, initial, command, onRun, onClose } = props;
  const form = useRef<HTMLDivElement>(null);
  const members = Object.fromEntries(
    Object.entries(readMembers(schema)).filter(([member]) => !Object.hasOwn(fixed, member)),
  );
  const [draft, setDraft] = useState(() => toDraft(members, initial));
  const [wasSent, setSent] = useState(false);
  const body = { ...fixed, ...toBody(members, draft) };
  const faults = findFaults(schema, body);
  const send = (): void => {
    setSent(true);
    if (Object.keys(faults).length === 0) onRun(body);
    else requestAnimationFrame(() => focusFirstFault(form.current));
  };
  return (
    <CommandDialog title={name} hint={hint} action={name} look={look} command={command} onRun={send} onClose={onClose}>
      <div ref={form} className="form">
        <BodyForm
          members={members}
          words={props.fields}
          {...(props.offers && { offers: props.offers })}
          draft={draft}
          faults={wasSent ? faults : {}}
          onChange={setDraft}
        />
      </div>
    </CommandDialog>
  );
}

function focusFirstFault(form: HTMLElement | null): void {
  const field = form?.querySelector(".field-fault")?.closest(".field, .ticks");
  field?.querySelector<HTMLElement>("input, textarea, select")?.focus();
}
