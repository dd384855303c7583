import { useEffect, useState } from "react";
import { useKeys } from "../../../shell/keys/Keys.tsx";
import { Button } from "../../../ui/Button.tsx";
import type { Group } from "../group-type.ts";
import { useSpeech } from "../parts/use-speech.ts";

type Course = Pick<Group["timeline"], "from" | "stepMs" | "observed">;

/** How long the whole replay takes, ms. */
const playMs = 12_000;

/**
 * A slider over the time of the group, by the steps of its timeline, and a button that moves it by itself. Where somebody wants less motion the
 * button is there, and says why it does nothing.
 */
export function Replay({
  course: { from, stepMs, observed },
  until,
  onMove,
  said,
}: {
  readonly course: Course;
  /** Null: at the end, everything is shown. */
  readonly until: number | null;
  readonly onMove: (until: number | null) => void;
  readonly said: string;
}) {
  const { words, format } = useSpeech();
  const [isPlaying, setPlaying] = useState(false);
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const last = observed.length;
  const step = until === null ? last : Math.min(last, Math.max(0, Math.round((until - from) / stepMs)));
  const move = (next: number): void => onMove(next >= last ? null : from + next * stepMs);
  const toggle = (): void => {
    if (isStill) return;
    if (!isPlaying && step >= last) move(0);
    setPlaying(!isPlaying);
  };
  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setTimeout(
      () => {
        onMove(step + 1 >= last ? null : from + (step + 1) * stepMs);
        if (step + 1 >= last) setPlaying(false);
      },
      Math.max(40, playMs / Math.max(1, last)),
    );
    return () => clearTimeout(timer);
  }, [isPlaying, step, last, from, stepMs, onMove]);
  useKeys("page", isStill ? [] : [{ keys: "p", label: words.replayKey, run: toggle }]);
  const shownAt = format.dateTime(from + step * stepMs);
  return (
    <div className="replay" role="group" aria-label={words.replay}>
      <Button
        aria-disabled={isStill}
        aria-describedby={isStill ? "replay-still" : undefined}
        aria-keyshortcuts="p"
        onClick={toggle}
      >
        {isPlaying ? words.pause : words.play}
      </Button>
      <label className="replay-slider">
        <span className="small">{words.replayTime}</span>
        <input
          type="range"
          min={0}
          max={last}
          value={step}
          aria-valuetext={shownAt}
          onChange={({ target }) => {
            setPlaying(false);
            move(Number(target.value));
          }}
        />
      </label>
      <Button look="quiet" onClick={() => onMove(null)}>
        {words.toEnd}
      </Button>
      <p className="small replay-said">{said}</p>
      {isStill && (
        <p className="quiet small" id="replay-still">
          {words.playStill}
        </p>
      )}
    </div>
  );
}
