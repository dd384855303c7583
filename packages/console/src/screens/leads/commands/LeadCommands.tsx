import { seeLeadPreview } from "@breakwater/contract";
import { useState } from "react";
import { useCommand } from "../../../api/queries.ts";
import { useWords } from "../../../app/context.tsx";
import { useKeys } from "../../../shell/keys/Keys.tsx";
import { CommandButton } from "../../../ui/CommandButton.tsx";
import { CommandFailed } from "../../../ui/CommandDialog.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { useToast } from "../../../ui/Toasts.tsx";
import { partWords } from "../../../ui/words.ts";
import type { Lead } from "../LeadPage.tsx";
import { leadWords } from "../words/table.ts";
import { AcceptDialog } from "./AcceptDialog.tsx";
import { DismissDialog } from "./DismissDialog.tsx";
import { MergeDialog } from "./MergeDialog.tsx";

type Asked = "accept" | "dismiss" | "merge";
const shortcuts = { accept: "a", dismiss: "d", merge: "m" } as const;

/** What can be done with a lead. Those that ask for more open a dialog; all are bound to the version that is shown. */
export function LeadCommands({ lead }: { readonly lead: Lead }) {
  const words = useWords(leadWords);
  const tell = useToast();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = (): void => setAsked(null);
  const asks: readonly Asked[] = ["accept", "dismiss", "merge"];
  useKeys(
    "page",
    asks
      .filter((kind) => lead.commands[kind].enabled)
      .map((kind) => ({ keys: shortcuts[kind], label: words.commands[kind], run: () => setAsked(kind) })),
  );
  const done = (kind: keyof typeof words.done): void => {
    close();
    tell(words.done[kind]);
  };
  return (
    <Sheet title={words.decide}>
      <div className="commands">
        {lead.learning && !lead.previewSeen && <SeePreview lead={lead} onDone={() => done("see_preview")} />}
        {asks.map((kind) => (
          <CommandButton
            key={kind}
            availability={lead.commands[kind]}
            look={kind === "accept" ? "main" : "plain"}
            shortcut={shortcuts[kind]}
            onRun={() => setAsked(kind)}
          >
            {words.commands[kind]}
          </CommandButton>
        ))}
      </div>
      {asked === "accept" && <AcceptDialog lead={lead} onClose={close} onDone={() => done("accept")} />}
      {asked === "dismiss" && <DismissDialog lead={lead} onClose={close} onDone={() => done("dismiss")} />}
      {asked === "merge" && <MergeDialog lead={lead} onClose={close} onDone={() => done("merge")} />}
    </Sheet>
  );
}

function SeePreview({ lead, onDone }: { readonly lead: Lead; readonly onDone: () => void }) {
  const words = useWords(leadWords);
  const parts = useWords(partWords);
  const { run, isRunning, error } = useCommand(seeLeadPreview);
  const see = async (): Promise<void> => {
    await run({ params: { id: lead.id } }, { version: lead.version }).then(onDone, () => undefined);
  };
  return (
    <>
      <CommandButton
        availability={lead.commands.see_preview}
        busy={isRunning ? parts.working : null}
        onRun={() => void see()}
      >
        {words.commands.see_preview}
      </CommandButton>
      <CommandFailed error={error} />
    </>
  );
}
