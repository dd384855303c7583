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
import { useRoute } from "../../../api/queries.ts";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Awaited } from "../../../ui/Awaited.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { PageHead } from "../../../ui/Page.tsx";
import { Person } from "../../../ui/Person.tsx";
import { Facts, Sheet } from "../../../ui/Sheet.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { Moment } from "../../../ui/Time.tsx";
import type { Language } from "../../../words/languages.ts";
import { CommandList } from "../objects/CommandList.tsx";
import { OneCommand } from "../objects/OneCommand.tsx";
import { isLintCode } from "./lint-code.ts";
import { ruleWords } from "./words/table.ts";

type Override = z.infer<typeof overrideView>;
type OverrideRecord = z.infer<typeof overrideRecord>;
type Kind = z.infer<typeof overrideCommand>["kind"];

/** Every safeguard that two people set aside, and what the second person may say. */
export function OverridesPage() {
  const words = useWords(ruleWords);
  const reading = useRoute(listPolicyOverrides, {});
  const { data } = reading;
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
      <Awaited what={words.theOverrides} reading={reading} />
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
      {asked !== null && (
        <OneCommand
          route={commandPolicyOverride}
          of={record}
          words={words.overrideCommands[asked]}
          fixed={{ kind: asked }}
          fields={words.overrideFields}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
}
