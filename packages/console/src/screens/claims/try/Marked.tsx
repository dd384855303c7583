/** A text with stretches marked; `spans` in UTF-16 code units, in order, none over another. */
export function Marked({
  text,
  spans,
}: {
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}) {
  const starts = [0, ...spans.map(({ end }) => end)];
  return (
    <>
      {starts.map((from, i) => {
        const span = spans[i];
        return (
          <span key={from}>
            {text.slice(from, span?.start)}
            {span !== undefined && <mark>{text.slice(span.start, span.end)}</mark>}
          </span>
        );
      })}
    </>
  );
}
