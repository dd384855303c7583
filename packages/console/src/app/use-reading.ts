import { useEffect } from "react";
import { useConsole } from "./context.tsx";

const everyMs = 15_000;

/** Somebody reads a case, a decision or a lead: it counts, and so does the time for which it stands on a screen that is looked at. */
export function useReading(isShown: boolean): void {
  const { exposure } = useConsole();
  useEffect(() => {
    if (!isShown) return undefined;
    exposure.add({ items: 1 });
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") exposure.add({ ms: everyMs });
    }, everyMs);
    return () => clearInterval(timer);
  }, [exposure, isShown]);
}

/** Posts that are read on such a page count as well. */
export function useRead(items: number): void {
  const { exposure } = useConsole();
  useEffect(() => {
    if (items > 0) exposure.add({ items });
  }, [exposure, items]);
}
