import { useLiveState } from "../api/live/LiveUpdates.tsx";
import { useWords } from "../app/context.tsx";
import { shellWords } from "./words/table.ts";

/** Whether what is on screen keeps itself up to date. */
export function LiveMark() {
  const words = useWords(shellWords);
  const state = useLiveState();
  return (
    <p className="live" data-state={state} role="status" title={words.liveHint[state]}>
      {words.live[state]}
    </p>
  );
}
