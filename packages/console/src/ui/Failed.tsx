import { useFormat, useWords } from "../app/context.tsx";
import { Button } from "./Button.tsx";
import { toSentences } from "./to-sentences.ts";
import { partWords } from "./words.ts";
import "./states.css";

/** Something could not be had: what, why, and what to do. */
export function Failed({
  what,
  error,
  onRetry,
}: {
  readonly what?: string;
  readonly error: Error;
  readonly onRetry?: (() => void) | undefined;
}) {
  const words = useWords(partWords);
  const { language } = useFormat();
  const { text, requestId } = toSentences(error, language);
  return (
    <div className="failed" role="alert">
      {what !== undefined && <p className="failed-what">{words.failed(what)}</p>}
      <p>{text}</p>
      {requestId !== null && <p className="quiet id">{words.requestId(requestId)}</p>}
      {onRetry !== undefined && <Button onClick={onRetry}>{words.tryAgain}</Button>}
    </div>
  );
}
