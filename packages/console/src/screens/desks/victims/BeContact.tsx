import { workspaceMachine } from "@breakwater/casework";
import { commandWorkspace } from "@breakwater/contract";
import { useCommand } from "../../../api/queries.ts";
import { useWords } from "../../../app/context.tsx";
import { CommandButton } from "../../../ui/CommandButton.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { useToast } from "../../../ui/Toasts.tsx";
import { partWords } from "../../../ui/words.ts";
import { CommandFailed } from "../../../ui/CommandDialog.tsx";
import { useOpening } from "../objects/opening.ts";
import { useObjects } from "../objects/use-object.ts";
import { workspaceWords } from "./words.ts";
import { workspaceObject } from "./workspace-object.ts";

const unread = { ...workspaceMachine.initial, status: "active" } as const;

/** The one thing that can be done with a workspace that nobody may open yet: to become its contact. */
export function BeContact({ id }: { readonly id: string }) {
  const words = useWords(workspaceWords);
  const parts = useWords(partWords);
  const tell = useToast();
  const { run, isRunning, error } = useCommand(commandWorkspace);
  const availability = useOpening(workspaceMachine, "assign_contact", unread);
  const line = useObjects(workspaceObject, {}).items.find((one) => one.id === id);
  if (line === undefined || line.contact !== null) return null;
  const { button, hint, done } = words.commands.assign_contact;
  const request = { params: { id }, body: { kind: "assign_contact" } } as const;
  const take = async (): Promise<void> =>
    run(request, { version: line.version }).then(
      () => tell(done),
      () => undefined,
    );
  return (
    <Sheet title={words.untaken}>
      <p className="quiet">{hint}</p>
      <div className="opening">
        <CommandButton
          availability={availability}
          look="main"
          busy={isRunning ? parts.working : null}
          onRun={() => void take()}
        >
          {button}
        </CommandButton>
      </div>
      <CommandFailed error={error} />
    </Sheet>
  );
}
