import { markGroup } from "@breakwater/contract";
import { useState } from "react";
import { useCommand } from "../../../api/queries.ts";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { Choice, TextField } from "../../../ui/Field.tsx";
import type { Group } from "../group-type.ts";
import { useSpeech } from "../parts/use-speech.ts";

const classes = ["petition", "fan_club", "press_release", "news", "shared_network", "other"] as const;
const spans = ["30", "90", "180"] as const;
const reasonMin = 3;

/** Calls a group authentic: what it is, why, and for how long. */
export function MarkDialog({
  group,
  onClose,
  onDone,
}: {
  readonly group: Group;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { words, format } = useSpeech();
  const command = useCommand(markGroup);
  const [chosen, choose] = useState<(typeof classes)[number]>("petition");
  const [why, setWhy] = useState("");
  const [days, setDays] = useState<(typeof spans)[number]>("90");
  const [isTried, setTried] = useState(false);
  const isMissing = why.trim().length < reasonMin;
  const run = async (): Promise<void> => {
    setTried(true);
    if (isMissing) return;
    const reason = chosen === "other" ? why.trim() : `${words.markClasses[chosen]}${words.colon}${why.trim()}`;
    const body = { kind: "authentic", reason, days: Number(days) } as const;
    await command.run({ params: { id: group.id }, body }).then(onDone, () => undefined);
  };
  return (
    <CommandDialog
      title={words.markTitle}
      hint={words.markHint}
      action={words.markRun}
      command={command}
      onRun={() => void run()}
      onClose={onClose}
    >
      <Choice
        label={words.markClass}
        value={chosen}
        options={classes.map((one) => [one, words.markClasses[one]])}
        onChange={choose}
      />
      <TextField label={words.markWhy} hint={words.markWhyHint} value={why} onChange={setWhy} />
      {isTried && isMissing && <p role="alert">{words.markWhyNeeded}</p>}
      <Choice
        label={words.markDays}
        value={days}
        options={spans.map((span) => [span, words.markDaysN(format.number(Number(span)))])}
        onChange={setDays}
      />
    </CommandDialog>
  );
}
