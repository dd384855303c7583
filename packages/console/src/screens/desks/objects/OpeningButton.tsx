import type { Route } from "@breakwater/contract";
import { useNavigate } from "@tanstack/react-router";
import { useId, useState } from "react";
import type { z } from "zod";
import { Button } from "../../../ui/Button.tsx";
import type { Availability } from "../../../ui/CommandButton.tsx";
import { useDialogCommand } from "../../../ui/use-dialog-command.ts";
import { BodyDialog } from "../forms/BodyDialog.tsx";
import type { FieldWords, Offer } from "../forms/BodyForm.tsx";
import { Why } from "./CommandList.tsx";
import type { CommandWords } from "./desk-object.ts";

type Props = {
  readonly availability: Availability;
  readonly route: Route & { readonly body: z.ZodObject };
  readonly path: string;
  readonly words: CommandWords;
  readonly fields: Readonly<Record<string, FieldWords>>;
  readonly initial?: Readonly<Record<string, unknown>>;
  readonly offers?: Readonly<Record<string, Offer>>;
};

/** Brings an object into being and goes to it. */
export function OpeningButton(props: Props) {
  const whyId = useId();
  const [isAsked, setAsked] = useState(false);
  const { availability } = props;
  const { enabled } = availability;
  return (
    <div className="opening">
      <Button
        look="main"
        aria-haspopup="dialog"
        aria-disabled={!enabled}
        aria-describedby={enabled ? undefined : whyId}
        onClick={enabled ? () => setAsked(true) : undefined}
      >
        {props.words.button}
      </Button>
      {!enabled && (
        <p className="quiet small" id={whyId}>
          <Why availability={availability} />
        </p>
      )}
      {isAsked && <OpeningDialog {...props} onClose={() => setAsked(false)} />}
    </div>
  );
}

function OpeningDialog({
  route,
  path,
  words,
  fields,
  initial,
  offers,
  onClose,
}: Props & { readonly onClose: () => void }) {
  const navigate = useNavigate();
  const { command, give } = useDialogCommand<Route>(route, onClose);
  const goThere = (answer: unknown): void => {
    const { id } = answer as { readonly id: string };
    void navigate({ to: `${path}/${encodeURIComponent(id)}` });
  };
  return (
    <BodyDialog
      name={words.button}
      hint={words.hint}
      schema={route.body}
      fields={fields}
      {...(initial && { initial })}
      {...(offers && { offers })}
      command={command}
      onRun={(body) => give({ body } as never, { done: words.done, after: goThere })}
      onClose={onClose}
    />
  );
}
