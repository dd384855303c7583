import { listLeads, mergeLead } from "@breakwater/contract";
import { useState } from "react";
import { usePages } from "../../../api/queries.ts";
import { useFormat, useWords } from "../../../app/context.tsx";
import { AwaitedList } from "../../../ui/Awaited.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { Choice } from "../../../ui/Field.tsx";
import { useDialogCommand } from "../../../ui/use-dialog-command.ts";
import { leadSourceNames } from "../../../words/terms.ts";
import { toLeadQuery } from "../lead-search.ts";
import { leadWords } from "../words/table.ts";
import type { LeadDialogProps } from "./dialog-props.ts";

export function MergeDialog({ lead, onClose, onDone }: LeadDialogProps) {
  const words = useWords(leadWords);
  const format = useFormat();
  const sources = useWords(leadSourceNames);
  const { command, give } = useDialogCommand(mergeLead, onClose, lead.version);
  const pages = usePages(listLeads, { query: { ...toLeadQuery({}), limit: 200 } });
  const others = pages.items.filter(({ id }) => id !== lead.id);
  const [chosen, setChosen] = useState<string | null>(null);
  const into = chosen ?? others[0]?.id ?? null;
  return (
    <CommandDialog
      title={words.mergeTitle}
      hint={words.mergeHint}
      action={words.mergeRun}
      command={command}
      onRun={into === null ? undefined : () => give({ params: { id: lead.id }, body: { into } }, { after: onDone })}
      onClose={onClose}
    >
      <AwaitedList what={words.theLeads} pages={pages} />
      {!pages.isPending && others.length === 0 && <p>{words.noOther}</p>}
      {into !== null && (
        <Choice
          label={words.into}
          value={into}
          options={others.map(({ id, source, refs, openedAt }) => [
            id,
            `${id} · ${sources[source]} · ${words.things(format.number(refs), refs)} · ${format.dateTime(openedAt)}`,
          ])}
          onChange={setChosen}
        />
      )}
    </CommandDialog>
  );
}
