import { unmarkGroup, type mark as markSchema } from "@breakwater/contract";
import { useState } from "react";
import type { z } from "zod";
import { useCommand } from "../../../api/queries.ts";
import { useConsole, useWords } from "../../../app/context.tsx";
import { useKeys } from "../../../shell/keys/Keys.tsx";
import { rolesWith } from "../../../shell/reach.ts";
import { CommandButton, type Availability } from "../../../ui/CommandButton.tsx";
import { CommandFailed } from "../../../ui/CommandDialog.tsx";
import { useNames } from "../../../ui/Person.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Tag, Tags } from "../../../ui/Tag.tsx";
import { Moment } from "../../../ui/Time.tsx";
import { useToast } from "../../../ui/Toasts.tsx";
import { useNow } from "../../../ui/use-now.ts";
import { partWords } from "../../../ui/words.ts";
import { roleNames } from "../../../words/roles.ts";
import type { Group } from "../group-type.ts";
import { useSpeech } from "../parts/use-speech.ts";
import { MarkDialog } from "./MarkDialog.tsx";

type Mark = z.infer<typeof markSchema>;
type WithGroup = { readonly group: Group };

/** What people said of the group, and the one action that calls it authentic. */
export function GroupMarks({ group }: WithGroup) {
  const { words } = useSpeech();
  const [isAsked, ask] = useState(false);
  const tell = useToast();
  const now = useNow();
  const availability = useMarkAvailability();
  const isMarked = group.marks.some((mark) => mark.groupId === group.id && isStanding(mark, now));
  useKeys(
    "page",
    availability.enabled ? [{ keys: "a", label: words.markAuthentic.replace(/[.…]+$/, ""), run: () => ask(true) }] : [],
  );
  return (
    <Sheet title={words.marks}>
      {group.marks.length === 0 && <p className="quiet">{words.noMarks}</p>}
      {group.marks.length > 0 && (
        <ul className="group-marks">
          {group.marks.map((mark) => (
            <Said key={mark.id} mark={mark} isOver={!isStanding(mark, now)} />
          ))}
        </ul>
      )}
      <p className="quiet small">{words.marksHint}</p>
      <CommandButton availability={availability} shortcut="a" onRun={() => ask(true)}>
        {words.markAuthentic}
      </CommandButton>
      {isMarked && <Unmark group={group} availability={availability} />}
      {isAsked && (
        <MarkDialog
          group={group}
          onClose={() => ask(false)}
          onDone={() => {
            ask(false);
            tell(words.markDone);
          }}
        />
      )}
    </Sheet>
  );
}

function isStanding({ withdrawn, expiresAt }: Mark, now: number): boolean {
  return withdrawn === null && now < expiresAt;
}

/** A mark is no command of casework: whoever may write leads may set one. */
function useMarkAvailability(): Availability {
  const { words, format } = useSpeech();
  const roles = useWords(roleNames);
  const { me } = useConsole();
  if (me.scopes.includes("leads:write")) return { enabled: true };
  return {
    enabled: false,
    why: words.notYours(format.list(rolesWith(["leads:write"]).map((role) => roles[role]))),
  };
}

function Said({ mark, isOver }: { readonly mark: Mark; readonly isOver: boolean }) {
  const { words, format } = useSpeech();
  const nameOf = useNames();
  return (
    <li>
      <Tags>
        <Tag tone={isOver ? "plain" : "good"}>{words.markKinds[mark.kind]}</Tag>
        {mark.withdrawn !== null ? (
          <Tag>{words.markWithdrawn}</Tag>
        ) : (
          <Tag>{isOver ? words.markOver : words.markUntil(format.date(mark.expiresAt))}</Tag>
        )}
      </Tags>
      <p dir="auto">{mark.reason}</p>
      <p className="quiet small">
        {words.markBy(nameOf(mark.by))} · <Moment at={mark.at} />
      </p>
    </li>
  );
}

function Unmark({ group, availability }: WithGroup & { readonly availability: Availability }) {
  const { words } = useSpeech();
  const parts = useWords(partWords);
  const tell = useToast();
  const { run, isRunning, error } = useCommand(unmarkGroup);
  const takeBack = async (): Promise<void> => {
    await run({ params: { id: group.id } }).then(
      () => tell(words.unmarkDone),
      () => undefined,
    );
  };
  return (
    <>
      <CommandButton
        availability={availability}
        look="quiet"
        busy={isRunning ? parts.working : null}
        onRun={() => void takeBack()}
      >
        {words.unmark}
      </CommandButton>
      <CommandFailed error={error} />
    </>
  );
}
