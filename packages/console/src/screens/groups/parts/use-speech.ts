import { useFormat, useWords } from "../../../app/context.tsx";
import { layerNames } from "../../../words/detection-terms.ts";
import type { Format } from "../../../words/format.ts";
import { familyNames, nameOf } from "../../../words/terms.ts";
import type { GroupWords } from "../words/en.ts";
import { groupWords } from "../words/table.ts";

/** The words that nearly every part of a group needs. */
export function useSpeech(): {
  readonly words: GroupWords;
  readonly format: Format;
  readonly nameLayer: (layer: string) => string;
  readonly nameFamily: (family: string) => string;
} {
  const layers = useWords(layerNames);
  const families: Readonly<Record<string, string>> = useWords(familyNames);
  return {
    words: useWords(groupWords),
    format: useFormat(),
    nameLayer: (layer) => nameOf(layers, layer),
    nameFamily: (family) => nameOf(families, family),
  };
}
