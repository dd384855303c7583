import { isOverridable, overrideMachine, ruleMachine } from "@breakwater/casework";
import { askPolicyOverride, commandPolicyRecord } from "@breakwater/contract";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { z } from "zod";
import { useWords } from "../../../app/context.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { useDialogCommand } from "../../../ui/use-dialog-command.ts";
import { BodyDialog } from "../forms/BodyDialog.tsx";
import { CommandList } from "../objects/CommandList.tsx";
import { OneCommand } from "../objects/OneCommand.tsx";
import { useOpening } from "../objects/opening.ts";
import { deskWords } from "../words/table.ts";
import type { Finding } from "./Findings.tsx";
import { isLintCode } from "./lint-code.ts";
import type { RuleRecord } from "./RulePage.tsx";
import { ruleWords } from "./words/table.ts";

type WithRecord = { readonly record: RuleRecord };
const given = {
  agree: { kind: "review", agrees: true },
  send_back: { kind: "review", agrees: false },
  publish: { kind: "publish" },
  withdraw: { kind: "withdraw" },
} as const;
type Given = keyof typeof given;

/** What can be done with one version of a rule. */
export function RuleCommands({ record }: WithRecord) {
  const words = useWords(ruleWords);
  const parts = useWords(deskWords);
  const navigate = useNavigate();
  const [asked, setAsked] = useState<string | null>(null);
  const close = (): void => setAsked(null);
  const drafting = useOpening(ruleMachine, "draft");
  const asking = useOpening(overrideMachine, "ask");
  const { commands, id } = record;
  const isPast = record.status !== "draft" && record.status !== "reviewed";
  const listed = [
    ...(Object.keys(given) as Given[]).map((key) => ({
      key,
      ...words.commands[key],
      availability: commands[given[key].kind],
    })),
    { key: "revise", button: words.edit, availability: commands.revise },
    ...(isPast ? [{ key: "next", button: words.nextVersion, availability: drafting }] : []),
    ...(listOverridable(record.findings).length > 0
      ? [{ key: "override", ...words.commands.override, availability: asking }]
      : []),
  ];
  const ask = (key: string): void => {
    if (key === "revise") void navigate({ to: "/desks/policies/draft", search: { revise: id } });
    else if (key === "next") void navigate({ to: "/desks/policies/draft", search: { from: id } });
    else setAsked(key);
  };
  return (
    <Sheet title={parts.commands}>
      <CommandList commands={listed} onAsk={ask} />
      {isGiven(asked) && (
        <OneCommand
          route={commandPolicyRecord}
          of={record}
          words={words.commands[asked]}
          fixed={given[asked]}
          fields={words.fields}
          onClose={close}
        />
      )}
      {asked === "override" && <AskOverride record={record} onClose={close} />}
    </Sheet>
  );
}

function isGiven(asked: string | null): asked is Given {
  return asked !== null && Object.hasOwn(given, asked);
}

/** Codes that two people may let stand. */
function listOverridable(findings: readonly Finding[]): readonly string[] {
  const refusing = findings.filter(({ hardness }) => hardness === "refuse").map(({ code }) => code);
  return [...new Set(refusing)].filter((code) => isLintCode(code) && isOverridable(code));
}

function AskOverride({ record, onClose }: WithRecord & { readonly onClose: () => void }) {
  const words = useWords(ruleWords);
  const { command, give } = useDialogCommand(askPolicyOverride, onClose);
  const { button, hint, done } = words.commands.override;
  const codes = listOverridable(record.findings);
  const whyOf = (code: string): string => record.findings.find((finding) => finding.code === code)?.why ?? code;
  return (
    <BodyDialog
      name={button}
      hint={hint}
      schema={askPolicyOverride.body}
      fixed={{ of: "linter", subject: record.id }}
      initial={{ codes }}
      fields={words.overrideFields}
      offers={{ codes: { choices: codes.map((code) => [code, whyOf(code)]) } }}
      command={command}
      onRun={(body) => give({ body: body as z.input<(typeof askPolicyOverride)["body"]> }, { done })}
      onClose={onClose}
    />
  );
}
