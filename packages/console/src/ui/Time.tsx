import { useFormat, useWords } from "../app/context.tsx";
import { Tag } from "./Tag.tsx";
import { useNow } from "./use-now.ts";
import { partWords } from "./words.ts";

/** When something was, as one says it, with the exact time beside it for whoever asks. */
export function Ago({ at }: { readonly at: number }) {
  const format = useFormat();
  const now = useNow();
  // The page's clock moves every ten seconds: what has just happened is not in the future.
  const isJustNow = at > now && at - now < 15_000;
  return (
    <time dateTime={new Date(at).toISOString()} title={format.dateTime(at)}>
      {format.relative(isJustNow ? now : at, now)}
    </time>
  );
}

export function Moment({ at }: { readonly at: number }) {
  return <time dateTime={new Date(at).toISOString()}>{useFormat().dateTime(at)}</time>;
}

/** A clock that runs out: by words, and by tone from a fifth of `spanMs` before its end. */
export function Deadline({
  at,
  spanMs,
  what,
}: {
  readonly at: number;
  readonly spanMs: number;
  /** What ends then, where that is not plain from what stands around it. */
  readonly what?: string;
}) {
  const format = useFormat();
  const words = useWords(partWords);
  const now = useNow();
  const left = at - now;
  const when = format.relative(at, now);
  const tone = left <= 0 ? "bad" : left < spanMs / 5 ? "warn" : "plain";
  return (
    <Tag tone={tone}>
      <time dateTime={new Date(at).toISOString()} title={format.dateTime(at)}>
        {what !== undefined && `${words.named(what)} `}
        {left <= 0 ? words.overdue(when) : what === undefined ? words.due(when) : when}
      </time>
    </Tag>
  );
}
