import type { Route } from "@breakwater/contract";
import { useState } from "react";
import { useCommand } from "../../../api/queries.ts";
import { useSeenVersion } from "../../../api/use-seen-version.ts";
import { useWords } from "../../../app/context.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { useToast } from "../../../ui/Toasts.tsx";
import { BodyDialog } from "../forms/BodyDialog.tsx";
import { pickCommand } from "../forms/shape.ts";
import { deskWords } from "../words/table.ts";
import { CommandList } from "./CommandList.tsx";
import type { CommandWords, DeskObject, ObjectLine, ObjectView } from "./desk-object.ts";
import type { CommandOffer } from "./ObjectPage.tsx";

type Props<Line extends ObjectLine, View extends ObjectView> = {
  readonly object: DeskObject<Line, View>;
  readonly view: View;
  readonly offer?: (view: View, command: string) => CommandOffer;
};

/** Every command of an object, and the dialog of the one that was asked for. */
export function ObjectCommands<Line extends ObjectLine, View extends ObjectView>(props: Props<Line, View>) {
  const { object, view } = props;
  const words = useWords(object.words);
  const parts = useWords(deskWords);
  const [asked, setAsked] = useState<string | null>(null);
  const commands = Object.keys(words.commands).flatMap((key) => {
    const availability = view.commands[key];
    return availability === undefined ? [] : [{ key, ...wordsOf(words.commands, key), availability }];
  });
  return (
    <Sheet title={parts.commands}>
      <CommandList commands={commands} onAsk={setAsked} />
      {asked !== null && <OneCommand {...props} kind={asked} onClose={() => setAsked(null)} />}
    </Sheet>
  );
}

function wordsOf(commands: Readonly<Record<string, CommandWords>>, kind: string): CommandWords {
  const found = Object.hasOwn(commands, kind) ? commands[kind] : undefined;
  return found ?? { button: kind, hint: "", done: "" };
}

function OneCommand<Line extends ObjectLine, View extends ObjectView>({
  object,
  view,
  offer,
  kind,
  onClose,
}: Props<Line, View> & { readonly kind: string; readonly onClose: () => void }) {
  const words = useWords(object.words);
  const tell = useToast();
  const command = useCommand(object.command as Route);
  const version = useSeenVersion(view.version, command.error);
  const { button, hint, done, isHard = false } = wordsOf(words.commands, kind);
  const { initial, offers } = offer?.(view, kind) ?? {};
  const run = async (body: Readonly<Record<string, unknown>>): Promise<void> => {
    const request = { params: { id: view.id }, body } as never;
    await command.run(request, { version }).then(
      () => {
        onClose();
        tell(done);
      },
      () => undefined,
    );
  };
  return (
    <BodyDialog
      name={button}
      hint={hint}
      look={isHard ? "danger" : "main"}
      schema={pickCommand(object.command.body, kind)}
      fixed={{ kind }}
      {...(initial && { initial })}
      {...(offers && { offers })}
      fields={words.fields}
      command={command}
      onRun={(body) => void run(body)}
      onClose={onClose}
    />
  );
}
