import { checkPost } from "@breakwater/contract";
import { useState } from "react";
import { useRoute } from "../../../api/queries.ts";
import { useWords } from "../../../app/context.tsx";
import { useKeys } from "../../../shell/keys/Keys.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { Choice } from "../../../ui/Field.tsx";
import { PageHead } from "../../../ui/Page.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { onSendKeys } from "../../../ui/on-send-keys.ts";
import { ClaimTabs } from "../ClaimTabs.tsx";
import { claimWords } from "../words/table.ts";
import { TriedPost } from "./TriedPost.tsx";

const textId = "try-text";
const unitsMax = 65_536;
const promptLanguages = ["text", "en", "zh-Hans"] as const;

type Asked = { readonly text: string; readonly language: (typeof promptLanguages)[number] };

/** The check before publication, tried by hand. The text goes into no address, no store and no log of ours. */
export function TryPage() {
  const words = useWords(claimWords);
  const [text, setText] = useState("");
  const [language, setLanguage] = useState<Asked["language"]>("text");
  const [asked, setAsked] = useState<Asked | null>(null);
  const body = {
    text: asked?.text ?? "",
    ...(asked === null || asked.language === "text" ? {} : { language: asked.language }),
  };
  // Asked anew by itself when an entry is published, corrected or withdrawn meanwhile.
  const { data, error, isFetching, refetch } = useRoute(checkPost, { body }, { isWanted: asked !== null });
  useKeys("page", [{ keys: "/", label: words.tryKey, run: () => document.getElementById(textId)?.focus() }]);
  const run = (): void => {
    if (text.trim() === "") return;
    if (asked?.text === text && asked.language === language) void refetch();
    else setAsked({ text, language });
  };
  return (
    <div className="page">
      <PageHead title={words.tryPost}>
        <p className="page-lead">{words.tryIntro}</p>
      </PageHead>
      <ClaimTabs />
      <Sheet title={words.yourText}>
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            run();
          }}
          onKeyDown={onSendKeys(run)}
        >
          <div className="field">
            <label htmlFor={textId}>{words.postText}</label>
            <p className="field-hint" id={`${textId}-hint`}>
              {words.postTextHint}
            </p>
            <textarea
              id={textId}
              rows={5}
              dir="auto"
              value={text}
              maxLength={unitsMax}
              aria-describedby={`${textId}-hint`}
              onChange={({ target }) => setText(target.value)}
            />
          </div>
          <div className="claim-choice">
            <Choice
              label={words.promptLanguage}
              value={language}
              options={promptLanguages.map((one) => [one, words.promptLanguages[one]])}
              onChange={setLanguage}
            />
          </div>
          <p>
            <Button
              type="submit"
              look="main"
              aria-disabled={text.trim() === ""}
              busy={isFetching ? words.checking : null}
            >
              {words.check}
            </Button>
          </p>
        </form>
      </Sheet>
      {error !== null && data === undefined && <Failed error={error} onRetry={run} />}
      <div className="stack" aria-live="polite">
        {asked !== null && data !== undefined && (
          <TriedPost key={asked.text} checked={{ text: asked.text, answer: data }} isOld={asked.text !== text} />
        )}
      </div>
    </div>
  );
}
