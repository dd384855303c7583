import type { checkAnswer } from "@breakwater/contract";
import type { z } from "zod";
import { useWords } from "../../../app/context.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { MaybeLink } from "../MaybeLink.tsx";
import { claimWords } from "../words/table.ts";

/** What the author alone would be shown before publishing, in their language. */
export function PromptPreview({ prompt }: Pick<z.infer<typeof checkAnswer>, "prompt">) {
  const words = useWords(claimWords);
  return (
    <Sheet title={words.authorSees}>
      {prompt === null ? (
        <p className="quiet">{words.authorSeesNothing}</p>
      ) : (
        <figure className="claim-prompt" lang={prompt.language}>
          <p>
            <strong>{prompt.title}</strong>
          </p>
          <p>{prompt.text}</p>
          {prompt.link !== null && (
            <p>
              <MaybeLink text={prompt.link} />
            </p>
          )}
        </figure>
      )}
      <p className="quiet small">{words.authorSeesHint}</p>
    </Sheet>
  );
}
