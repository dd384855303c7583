import { startTransition, useEffect, useRef, useState, type ReactNode } from "react";

/** Of a row that nobody has seen yet, px. */
const guessedRow = 64;

/** Some rows of a long list. While they are more than a window away from sight, a gap as high as they were stands in their place. */
export function Stretch({
  count,
  isFirst,
  children,
}: {
  readonly count: number;
  /** Drawn at once. */
  readonly isFirst: boolean;
  readonly children: () => ReactNode;
}) {
  const ref = useRef<HTMLDivElement>(null);
  const [gap, setGap] = useState(isFirst ? null : count * guessedRow);
  useEffect(() => {
    const stretch = ref.current;
    if (stretch === null) return undefined;
    const look = ([seen]: readonly IntersectionObserverEntry[]): void => {
      if (seen === undefined) return;
      const { isIntersecting, boundingClientRect } = seen;
      // Whoever works in it by keyboard stays in it.
      if (!isIntersecting && stretch.contains(document.activeElement)) return;
      // In parts, so that no frame waits for all of its rows.
      startTransition(() => setGap((now) => (isIntersecting ? null : (now ?? boundingClientRect.height))));
    };
    const observer = new IntersectionObserver(look, { rootMargin: "100% 0px" });
    observer.observe(stretch);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={ref} className="stretch" style={gap === null ? undefined : { height: gap }}>
      {gap === null && <ul>{children()}</ul>}
    </div>
  );
}
