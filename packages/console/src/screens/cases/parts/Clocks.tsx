import type { casePriorities, clock } from "@breakwater/contract";
import { defaultSettings } from "@breakwater/casework";
import type { z } from "zod";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { Deadline } from "../../../ui/Time.tsx";
import { caseWords } from "../words/table.ts";

const hourMs = 3_600_000;

/** What a case's clocks say: what is due, what is late, and what stands still and why. */
export function Clocks({
  clocks,
  dueAt,
  priority,
}: {
  readonly clocks: readonly z.infer<typeof clock>[];
  readonly dueAt: number | null;
  readonly priority: (typeof casePriorities)[number];
}) {
  const words = useWords(caseWords);
  const format = useFormat();
  const first = clocks.find(({ what }) => what === "first_action");
  const paused = clocks.find(({ pausedFor }) => pausedFor !== null);
  const spanMs = first === undefined ? 72 * hourMs : defaultSettings.firstActionMs[priority];
  return (
    <>
      {dueAt !== null && <Deadline at={dueAt} spanMs={spanMs} />}
      {paused?.pausedFor != null && (
        <Tag>{words.clockPaused(words.pausedFor[paused.pausedFor], format.duration(paused.runMs))}</Tag>
      )}
    </>
  );
}
