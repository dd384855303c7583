import { commandPolicyRecord, draftPolicy, lintPolicy, ruleName } from "@breakwater/contract";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { z } from "zod";
import { useCommand, useRoute } from "../../../../api/queries.ts";
import { useConsole, useWords } from "../../../../app/context.tsx";
import { Button } from "../../../../ui/Button.tsx";
import { CommandFailed } from "../../../../ui/CommandDialog.tsx";
import { Failed } from "../../../../ui/Failed.tsx";
import { Sheet } from "../../../../ui/Sheet.tsx";
import { useToast } from "../../../../ui/Toasts.tsx";
import { Waiting } from "../../../../ui/Waiting.tsx";
import { partWords } from "../../../../ui/words.ts";
import { findFaults } from "../../forms/draft.ts";
import { LineField } from "../../forms/FormField.tsx";
import { Findings } from "../Findings.tsx";
import type { RuleContent } from "../RuleText.tsx";
import { ruleWords } from "../words/table.ts";
import { ContentForm } from "./ContentForm.tsx";

type Name = z.infer<typeof ruleName>;
type Props = {
  readonly rule: Name;
  readonly content: RuleContent;
  /** The record that is changed, at the version that was seen; null: a new one comes into being. */
  readonly revised: { readonly id: string; readonly version: number } | null;
};

/** A rule while it is written, with the linter at hand. */
export function Editor({ rule, content: begun, revised }: Props) {
  const words = useWords(ruleWords);
  const { me } = useConsole();
  const [name, setName] = useState(rule);
  const [content, setContent] = useState(begun);
  const [checked, setChecked] = useState<RuleContent | null>(null);
  const mayWrite = me.scopes.includes("policies:write");
  return (
    <div className="columns">
      <div className="stack">
        {revised === null && <NameSheet name={name} onChange={setName} />}
        <ContentForm content={content} onChange={setContent} />
      </div>
      <div className="stack sticky">
        <Sheet title={words.findings}>
          <div className="opening">
            <Button aria-disabled={!mayWrite} onClick={mayWrite ? () => setChecked(content) : undefined}>
              {words.check}
            </Button>
          </div>
          {checked !== null && <Checked content={checked} />}
          <Keep name={name} content={content} revised={revised} mayWrite={mayWrite} />
        </Sheet>
      </div>
    </div>
  );
}

function NameSheet({ name, onChange }: { readonly name: Name; readonly onChange: (name: Name) => void }) {
  const words = useWords(ruleWords);
  const faults = findFaults(ruleName, name);
  const faultOf = (field: keyof Name) => (name[field] === "" ? undefined : faults[field]);
  return (
    <Sheet title={words.id}>
      <div className="filters">
        <LineField
          type="text"
          label={words.id}
          hint={words.idHint}
          isNeeded
          fault={faultOf("id")}
          value={name.id}
          onChange={(id) => onChange({ ...name, id })}
        />
        <LineField
          type="text"
          label={words.version}
          hint={undefined}
          isNeeded
          fault={faultOf("version")}
          value={name.version}
          onChange={(version) => onChange({ ...name, version })}
        />
      </div>
    </Sheet>
  );
}

function Checked({ content }: { readonly content: RuleContent }) {
  const words = useWords(ruleWords);
  const { data, error, refetch } = useRoute(lintPolicy, { body: { content } });
  if (error !== null) return <Failed error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting what={words.findings} />;
  return (
    <div role="status" className="stack">
      <p>{data.isPublishable ? words.publishable : words.notPublishable}</p>
      <Findings findings={data.findings} />
    </div>
  );
}

function Keep({
  name,
  content,
  revised,
  mayWrite,
}: {
  readonly name: Name;
  readonly content: RuleContent;
  readonly revised: Props["revised"];
  readonly mayWrite: boolean;
}) {
  const words = useWords(ruleWords);
  const parts = useWords(partWords);
  const tell = useToast();
  const navigate = useNavigate();
  const drafting = useCommand(draftPolicy);
  const revising = useCommand(commandPolicyRecord);
  const isNamed = revised !== null || Object.keys(findFaults(ruleName, name)).length === 0;
  const isReady = mayWrite && isNamed;
  const keep = async (): Promise<void> => {
    const kept =
      revised === null
        ? drafting.run({ body: { rule: name, content } })
        : revising.run({ params: { id: revised.id }, body: { kind: "revise", content } }, { version: revised.version });
    const answered = await kept.catch(() => null);
    if (answered === null) return;
    tell(revised === null ? words.drafted : words.revised);
    await navigate({ to: "/desks/policies/$id", params: { id: answered.data.id } });
  };
  return (
    <div className="opening">
      <Button
        look="main"
        aria-disabled={!isReady}
        busy={drafting.isRunning || revising.isRunning ? parts.working : null}
        onClick={isReady ? () => void keep() : undefined}
      >
        {revised === null ? words.keep : words.keepRevised}
      </Button>
      {!isNamed && <p className="quiet small">{words.idHint}</p>}
      <CommandFailed error={drafting.error ?? revising.error} />
    </div>
  );
}
