import { useState, useSyncExternalStore } from "react";
import { useConsole, useFormat, usePreferenceStore, useWords } from "../app/context.tsx";
import { breakMs, isBreakDue } from "../app/exposure.ts";
import { toBudget } from "../app/preferences.ts";
import { Button } from "../ui/Button.tsx";
import { shellWords } from "./words/table.ts";

/** Proposes a break once somebody has read as much as they set themselves. It stands beside the work, stops nothing, and nobody hears of it. */
export function BreakProposal({ onSettings }: { readonly onSettings: () => void }) {
  const words = useWords(shellWords);
  const format = useFormat();
  const { me, preferences, exposure } = useConsole();
  const read = useSyncExternalStore(exposure.subscribe, exposure.get);
  const [isResting, setResting] = useState(false);
  const isDue = isBreakDue(read, toBudget(usePreferenceStore(preferences), me.breaks));
  const rest = (): void => {
    exposure.clear();
    setResting(true);
  };
  const goOn = (): void => {
    exposure.clear();
    setResting(false);
  };
  const minutes = Math.round(read.ms / 60_000);
  const isShown = isDue || isResting;
  return (
    <div className="break-proposal" role="status" data-shown={isShown}>
      {isShown && (
        <>
          {isResting ? (
            <p>{words.resting(format.number(breakMs / 60_000))}</p>
          ) : (
            <>
              <p>
                <strong>{words.breakTitle}</strong>{" "}
                {words.breakWhy(format.number(read.items), minutes < 1 ? null : format.number(minutes))}
              </p>
              <p className="quiet small">{words.breakOwn}</p>
            </>
          )}
          <div className="break-choices">
            {!isResting && (
              <Button look="main" onClick={rest}>
                {words.takeBreak}
              </Button>
            )}
            <Button onClick={goOn}>{isResting ? words.back : words.goOn}</Button>
            <Button look="quiet" onClick={onSettings}>
              {words.changeBreaks}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
