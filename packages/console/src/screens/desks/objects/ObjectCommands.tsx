import { useState } from "react";
import { useWords } from "../../../app/context.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { deskWords } from "../words/table.ts";
import { CommandList } from "./CommandList.tsx";
import type { CommandWords, DeskObject, ObjectLine, ObjectView } from "./desk-object.ts";
import type { CommandOffer } from "./ObjectPage.tsx";
import { OneCommand } from "./OneCommand.tsx";

type Props<Line extends ObjectLine, View extends ObjectView> = {
  readonly object: DeskObject<Line, View>;
  readonly view: View;
  readonly offer?: (view: View, command: string) => CommandOffer;
};

/** Every command of an object, and the dialog of the one that was asked for. */
export function ObjectCommands<Line extends ObjectLine, View extends ObjectView>({
  object,
  view,
  offer,
}: Props<Line, View>) {
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
      {asked !== null && (
        <OneCommand
          route={object.command}
          of={view}
          words={wordsOf(words.commands, asked)}
          fixed={{ kind: asked }}
          fields={words.fields}
          {...offer?.(view, asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </Sheet>
  );
}

function wordsOf(commands: Readonly<Record<string, CommandWords>>, kind: string): CommandWords {
  const found = Object.hasOwn(commands, kind) ? commands[kind] : undefined;
  return found ?? { button: kind, hint: "", done: "" };
}
