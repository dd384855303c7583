import { workspaceMachine } from "@breakwater/casework";
import { openWorkspace } from "@breakwater/contract";
import { useConsole, useWords } from "../../../app/context.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { ObjectList } from "../objects/ObjectList.tsx";
import { useOpening } from "../objects/opening.ts";
import { OpeningButton } from "../objects/OpeningButton.tsx";
import { Person } from "../../../ui/Person.tsx";
import { toShortId } from "../../../words/short-id.ts";
import { workspaceWords } from "./words.ts";
import { workspaceObject } from "./workspace-object.ts";

export function VictimsPage() {
  const words = useWords(workspaceWords);
  const { me } = useConsole();
  const availability = useOpening(workspaceMachine, "open");
  return (
    <ObjectList
      object={workspaceObject}
      opening={
        <OpeningButton
          availability={availability}
          route={openWorkspace}
          path={workspaceObject.path}
          words={words.open}
          fields={words.fields}
        />
      }
      toRow={({ id, isMinor, contact }) => ({
        name: words.name(toShortId(id)),
        facts: [
          contact === null ? null : (
            <span key="contact">
              {contact === me.id ? (
                words.yours
              ) : (
                <>
                  {words.contact} <Person id={contact} />
                </>
              )}
            </span>
          ),
        ],
        tags: (
          <>
            {contact === null && <Tag tone="warn">{words.noContact}</Tag>}
            {isMinor && <Tag tone="warn">{words.minor}</Tag>}
          </>
        ),
      })}
    />
  );
}
