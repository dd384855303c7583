import { staffRoles, type Route, type StaffRole } from "@breakwater/contract";
import { useId, useState } from "react";
import { useCommand } from "../../../api/queries.ts";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Button } from "../../../ui/Button.tsx";
import type { Availability } from "../../../ui/CommandButton.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { useToast } from "../../../ui/Toasts.tsx";
import { roleNames } from "../../../words/roles.ts";
import { BodyDialog } from "../forms/BodyDialog.tsx";
import { pickCommand } from "../forms/shape.ts";
import { deskWords } from "../words/table.ts";
import type { CommandWords, DeskObject, ObjectLine, ObjectView } from "./desk-object.ts";
import type { CommandOffer } from "./ObjectPage.tsx";

type Props<Line extends ObjectLine, View extends ObjectView> = {
  readonly object: DeskObject<Line, View>;
  readonly view: View;
  readonly offer?: (view: View, command: string) => CommandOffer;
};

/** Every command of an object: those that may be given, then the others with what keeps them back, said once for all that share it. */
export function ObjectCommands<Line extends ObjectLine, View extends ObjectView>(props: Props<Line, View>) {
  const { object, view } = props;
  const words = useWords(object.words);
  const parts = useWords(deskWords);
  const [asked, setAsked] = useState<string | null>(null);
  const kinds = Object.keys(words.commands).flatMap((kind) => {
    const availability = view.commands[kind];
    return availability === undefined ? [] : [{ kind, availability }];
  });
  const open = kinds.filter(({ availability }) => availability.enabled);
  const closed = groupByReason(kinds.filter(({ availability }) => !availability.enabled));
  return (
    <Sheet title={parts.commands}>
      <div className="commands">
        {open.map(({ kind }, place) => (
          <Button
            key={kind}
            look={wordsOf(words.commands, kind).isHard === true ? "danger" : place === 0 ? "main" : "plain"}
            aria-haspopup="dialog"
            onClick={() => setAsked(kind)}
          >
            {wordsOf(words.commands, kind).button}
          </Button>
        ))}
        {closed.map(({ key, group: [first, ...others] }) => (
          <Closed
            key={key}
            names={[first, ...others].map(({ kind }) => wordsOf(words.commands, kind).button)}
            availability={first.availability}
          />
        ))}
      </div>
      {asked !== null && <OneCommand {...props} kind={asked} onClose={() => setAsked(null)} />}
    </Sheet>
  );
}

function wordsOf(commands: Readonly<Record<string, CommandWords>>, kind: string): CommandWords {
  const found = Object.hasOwn(commands, kind) ? commands[kind] : undefined;
  return found ?? { button: kind, hint: "", done: "" };
}

type Named = { readonly kind: string; readonly availability: Availability };

function groupByReason(all: readonly Named[]) {
  const groups = new Map<string, [Named, ...Named[]]>();
  for (const one of all) {
    const { code = "", about = [], why = "" } = one.availability;
    const key = `${code} ${why} ${about.filter(isStaffRole).join(" ")}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups].map(([key, group]) => ({ key, group }));
}

/** Commands that may not be given now, and the one reason of them all. */
function Closed({ names, availability }: { readonly names: readonly string[]; readonly availability: Availability }) {
  const whyId = useId();
  return (
    <div className="commands-closed">
      {names.map((name) => (
        <Button key={name} aria-disabled="true" aria-describedby={whyId}>
          {name}
        </Button>
      ))}
      <p className="quiet small" id={whyId}>
        <Why availability={availability} />
      </p>
    </div>
  );
}

function isStaffRole(role: string): role is StaffRole {
  return staffRoles.some((one) => one === role);
}

/** What keeps a command back, and what to do; with the roles that may, where it is a matter of roles. */
export function Why({ availability: { code, about = [], why, next } }: { readonly availability: Availability }) {
  const roles = useWords(roleNames);
  const format = useFormat();
  const said = [why, next].filter((words) => words !== undefined);
  const named = code === "role_may_not" ? about.filter(isStaffRole) : [];
  const list = named.length === 0 ? null : format.list(named.map((role) => roles[role]));
  const gap = format.language === "en" ? " " : "";
  return [...said, ...(list === null ? [] : [format.language === "en" ? `(${list})` : `（${list}）`])].join(gap);
}

function OneCommand<Line extends ObjectLine, View extends ObjectView>({
  object,
  view,
  offer,
  kind,
  onClose,
}: Props<Line, View> & { readonly kind: string; readonly onClose: () => void }) {
  const words = useWords(object.words);
  const tell = useToast();
  const command = useCommand(object.command as Route);
  // The version that was looked at when the dialog was opened.
  const [{ version }] = useState(view);
  const { button, hint, done, isHard = false } = wordsOf(words.commands, kind);
  const { initial, offers } = offer?.(view, kind) ?? {};
  const run = async (body: Readonly<Record<string, unknown>>): Promise<void> => {
    const request = { params: { id: view.id }, body } as never;
    await command.run(request, { version }).then(
      () => {
        onClose();
        tell(done);
      },
      () => undefined,
    );
  };
  return (
    <BodyDialog
      title={button}
      hint={hint}
      action={button}
      look={isHard ? "danger" : "main"}
      schema={pickCommand(object.command.body, kind)}
      fixed={{ kind }}
      {...(initial && { initial })}
      {...(offers && { offers })}
      fields={words.fields}
      command={command}
      onRun={(body) => void run(body)}
      onClose={onClose}
    />
  );
}
