import { veils } from "../app/preferences.ts";
import { useConsole, usePreferenceStore, useWords } from "../app/context.tsx";
import { Choice } from "./Field.tsx";
import { veilWords } from "./veil-words.ts";

/** How quoted content is shown in this browser. It is offered because some like it so; nothing says that it protects. */
export function VeilChoice() {
  const words = useWords(veilWords);
  const { preferences } = useConsole();
  const { veil } = usePreferenceStore(preferences);
  return (
    <Choice
      label={words.veil}
      hint={words.veilHint}
      value={veil}
      options={veils.map((one) => [one, words.veils[one]])}
      onChange={(one) => preferences.set({ veil: one })}
    />
  );
}
