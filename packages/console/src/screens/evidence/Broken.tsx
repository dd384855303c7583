import { useFormat, useWords } from "../../app/context.tsx";
import { Button } from "../../ui/Button.tsx";
import { saveFile } from "../../ui/save-file.ts";
import { useNow } from "../../ui/use-now.ts";
import { partWords } from "../../ui/words.ts";
import { toBytes } from "./verify/bytes.ts";
import type { LogView } from "./verify/read-log.ts";
import { evidenceWords } from "./words/table.ts";

type BrokenProps = Extract<LogView, { readonly kind: "broken" }> & { readonly onRetry: () => void };

/** The one alarm of this page: what is wrong, and that what proves it has to be kept before anything else. */
export function Broken({ note, kept, fault, onRetry }: BrokenProps) {
  const words = useWords(evidenceWords);
  const parts = useWords(partWords);
  const format = useFormat();
  const now = useNow();
  const save = (name: string, text: string): void => saveFile({ name, bytes: toBytes(text), type: "text/plain" });
  return (
    <section className="failed" role="alert">
      <h2>{words.broken}</h2>
      <p>{words.faults[fault.kind]}</p>
      <p className="small">{words.where(fault.where)}</p>
      {kept !== null && <p>{words.brokenKept(format.relative(kept.seenAt, now))}</p>}
      <p className="failed-what">{words.brokenWhat}</p>
      <div className="evidence-actions">
        <Button onClick={() => save("now.checkpoint", note)}>{words.saveNow}</Button>
        {kept !== null && <Button onClick={() => save("before.checkpoint", kept.note)}>{words.saveKept}</Button>}
        <Button look="quiet" onClick={onRetry}>
          {parts.tryAgain}
        </Button>
      </div>
    </section>
  );
}
