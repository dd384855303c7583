import { getLintWords } from "@breakwater/casework";
import {
  commandPolicyOverride,
  getPolicyOverride,
  listPolicyOverrides,
  overrideCommandKinds,
  type overrideCommand,
  type overrideRecord,
  type overrideView,
} from "@breakwater/contract";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { z } from "zod";
import { useCommand, useRoute } from "../../../api/queries.ts";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { PageHead } from "../../../ui/Page.tsx";
import { Person } from "../../../ui/Person.tsx";
import { Facts, Sheet } from "../../../ui/Sheet.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { Moment } from "../../../ui/Time.tsx";
import { useToast } from "../../../ui/Toasts.tsx";
import { Waiting } from "../../../ui/Waiting.tsx";
import { BodyDialog } from "../forms/BodyDialog.tsx";
import { pickCommand } from "../forms/shape.ts";
import type { Language } from "../../../words/languages.ts";
import { CommandList } from "../objects/CommandList.tsx";
import { isLintCode } from "./lint-code.ts";
import { ruleWords } from "./words/table.ts";

type Override = z.infer<typeof overrideView>;
type OverrideRecord = z.infer<typeof overrideRecord>;
type Kind = z.infer<typeof overrideCommand>["kind"];

/** Every safeguard that two people set aside, and what the second person may say. */
export function OverridesPage() {
  const words = useWords(ruleWords);
  const { data, error, isPending, refetch } = useRoute(listPolicyOverrides, {});
  return (
    <div className="page">
      <PageHead
        title={words.overrides}
        above={
          <p className="small">
            <Link to="/desks/policies">← {words.all}</Link>
          </p>
        }
      >
        <p className="page-lead">{words.overridesIntro}</p>
      </PageHead>
      {error !== null && data === undefined && (
        <Failed what={words.theOverrides} error={error} onRetry={() => void refetch()} />
      )}
      {isPending && <Waiting what={words.theOverrides} />}
      {data?.items.length === 0 && (
        <Empty title={words.noOverrides}>
          <p>{words.noOverridesHint}</p>
        </Empty>
      )}
      {data?.items.map((override) => (
        <OneOverride key={override.id} override={override} />
      ))}
    </div>
  );
}

function OneOverride({ override }: { readonly override: Override }) {
  const words = useWords(ruleWords);
  const format = useFormat();
  const { id, of, subject, codes, reason, answer, until, status } = override;
  const { data: record } = useRoute(getPolicyOverride, { params: { id } });
  return (
    <Sheet
      title={`${subject}: ${words.overrideOf[of]}`}
      aside={
        <Tag tone={status === "asked" ? "act" : status === "granted" ? "warn" : "plain"}>
          {words.overrideStatuses[status]}
        </Tag>
      }
    >
      <p className="quote">{reason}</p>
      <Facts
        facts={[
          codes.length === 0 ? null : [words.lets, codes.map((code) => sayCode(code, format.language)).join(" ")],
          [words.overrideFields.until.label, <Moment key="until" at={until} />],
          record?.askedBy == null ? null : [words.askedBy, <Person key="asked" id={record.askedBy} />],
          record?.grantedBy == null ? null : [words.grantedBy, <Person key="granted" id={record.grantedBy} />],
          answer === null ? null : [words.answer, answer],
        ]}
      />
      {record !== undefined && status !== "refused" && status !== "ended" && <Commands record={record} />}
    </Sheet>
  );
}

function sayCode(code: string, language: Language): string {
  return isLintCode(code) ? getLintWords(code, language).why : code;
}

function Commands({ record }: { readonly record: OverrideRecord }) {
  const words = useWords(ruleWords);
  const [asked, setAsked] = useState<Kind | null>(null);
  return (
    <div className="opening">
      <CommandList
        commands={overrideCommandKinds.map((key) => ({
          key,
          ...words.overrideCommands[key],
          availability: record.commands[key],
        }))}
        onAsk={(key) => setAsked(overrideCommandKinds.find((kind) => kind === key) ?? null)}
      />
      {asked !== null && <OneCommand record={record} kind={asked} onClose={() => setAsked(null)} />}
    </div>
  );
}

function OneCommand({
  record,
  kind,
  onClose,
}: {
  readonly record: OverrideRecord;
  readonly kind: Kind;
  readonly onClose: () => void;
}) {
  const words = useWords(ruleWords);
  const tell = useToast();
  const command = useCommand(commandPolicyOverride);
  const [{ id, version }] = useState(record);
  const { button, hint, done, isHard = false } = words.overrideCommands[kind];
  const run = async (body: z.input<typeof overrideCommand>): Promise<void> => {
    await command.run({ params: { id }, body }, { version }).then(
      () => {
        onClose();
        tell(done);
      },
      () => undefined,
    );
  };
  return (
    <BodyDialog
      name={button}
      hint={hint}
      look={isHard ? "danger" : "main"}
      schema={pickCommand(commandPolicyOverride.body, kind)}
      fixed={{ kind }}
      fields={words.overrideFields}
      command={command}
      onRun={(body) => void run(body as z.input<typeof overrideCommand>)}
      onClose={onClose}
    />
  );
}
