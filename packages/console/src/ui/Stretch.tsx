import { startTransition, useEffect, useRef, useState, type ReactNode } from "react";

/** Of a row that nobody has seen yet, px. */
const guessedRow = 64;

/** Some rows of a long list. While they are far from sight, a gap as high as they were stands in their place. */
export function Stretch({
  count,
  isFirst,
  windows,
  rowHeight = guessedRow,
  children,
}: {
  /** Of rows, which may grow. */
  readonly count: number;
  /** Drawn at once. */
  readonly isFirst: boolean;
  /** So many windows away is far. */
  readonly windows: number;
  /** Of a row, px, on average, as far as is known. */
  readonly rowHeight?: number;
  /** What stands in it, given how high a row was when it was last seen. */
  readonly children: (rowHeight: number) => ReactNode;
}) {
  const ref = useRef<HTMLDivElement>(null);
  const [isDrawn, setDrawn] = useState(isFirst);
  const [seenHeight, setSeenHeight] = useState(rowHeight);
  const rows = useRef(count);
  useEffect(() => {
    rows.current = count;
  });
  useEffect(() => {
    const stretch = ref.current;
    if (stretch === null) return undefined;
    const look = (entries: readonly IntersectionObserverEntry[]): void => {
      const seen = entries.at(-1);
      if (seen === undefined) return;
      const { isIntersecting, boundingClientRect } = seen;
      // Whoever works in it by keyboard stays in it.
      if (!isIntersecting && stretch.contains(document.activeElement)) return;
      // In parts, so that no frame waits for all of its rows.
      startTransition(() => {
        if (!isIntersecting) setSeenHeight(boundingClientRect.height / rows.current);
        setDrawn(isIntersecting);
      });
    };
    const observer = new IntersectionObserver(look, { rootMargin: `${windows * 100}% 0px` });
    observer.observe(stretch);
    return () => observer.disconnect();
  }, [windows]);
  return (
    <div ref={ref} className="stretch" style={isDrawn ? undefined : { height: count * seenHeight }}>
      {isDrawn && children(seenHeight)}
    </div>
  );
}
