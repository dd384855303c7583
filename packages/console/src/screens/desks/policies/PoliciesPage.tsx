import { ruleMachine } from "@breakwater/casework";
import { listPolicyRecords, takeStarterPolicies, type ruleRecordLine } from "@breakwater/contract";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { z } from "zod";
import { useRoute } from "../../../api/queries.ts";
import { useFormat, useWords } from "../../../app/context.tsx";
import { useListKeys } from "../../../shell/keys/use-list-keys.ts";
import { Awaited } from "../../../ui/Awaited.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { PageHead } from "../../../ui/Page.tsx";
import { Row, Rows } from "../../../ui/Rows.tsx";
import { Tag, Tags } from "../../../ui/Tag.tsx";
import { Ago } from "../../../ui/Time.tsx";
import { useDialogCommand } from "../../../ui/use-dialog-command.ts";
import { Filters } from "../Filters.tsx";
import { CommandList } from "../objects/CommandList.tsx";
import { useOpening } from "../objects/opening.ts";
import { deskWords } from "../words/table.ts";
import { ruleTones } from "./rule-tones.ts";
import { ruleWords } from "./words/table.ts";

type Line = z.infer<typeof ruleRecordLine>;
const shows = ["all", "hand", "force", "over"] as const;
const statusesOf: Readonly<Record<Exclude<(typeof shows)[number], "all">, readonly Line["status"][]>> = {
  hand: ["draft", "reviewed"],
  force: ["published", "in_force"],
  over: ["replaced", "withdrawn"],
};

export function PoliciesPage() {
  const words = useWords(ruleWords);
  const { show } = useSearch({ from: "/desks/policies" });
  return (
    <div className="page">
      <PageHead title={words.title}>
        <p className="page-lead">{words.intro}</p>
        <p className="links">
          <Link to="/desks/policies/overrides">{words.overrides}</Link>
          <a href="/rules">{words.publicPage}</a>
        </p>
      </PageHead>
      <Openings />
      <Filters
        path="/desks/policies"
        search={{ show }}
        filters={[
          {
            name: "show",
            label: words.show,
            value: show ?? "all",
            options: shows.map((one) => [one, words.shows[one]]),
          },
        ]}
      />
      <List show={show} />
    </div>
  );
}

function Openings() {
  const words = useWords(ruleWords);
  const navigate = useNavigate();
  const availability = useOpening(ruleMachine, "draft");
  const [isAsked, setAsked] = useState(false);
  const { button } = words.takeStarters;
  return (
    <div className="opening">
      <CommandList
        commands={[
          { key: "draft", button: words.draftNew, availability },
          { key: "starters", button, availability },
        ]}
        onAsk={(key) => (key === "draft" ? void navigate({ to: "/desks/policies/draft" }) : setAsked(true))}
      />
      {isAsked && <TakeStarters onClose={() => setAsked(false)} />}
    </div>
  );
}

function TakeStarters({ onClose }: { readonly onClose: () => void }) {
  const { button, hint, done } = useWords(ruleWords).takeStarters;
  const { command, give } = useDialogCommand(takeStarterPolicies, onClose);
  return (
    <CommandDialog
      title={button}
      action={button}
      hint={hint}
      command={command}
      onRun={() => give({}, { done })}
      onClose={onClose}
    />
  );
}

function List({ show }: { readonly show: keyof typeof statusesOf | undefined }) {
  const words = useWords(ruleWords);
  const parts = useWords(deskWords);
  useListKeys("#rules");
  const reading = useRoute(listPolicyRecords, {});
  const { data } = reading;
  if (data === undefined) return <Awaited what={words.many} reading={reading} />;
  const lines = data.items.filter(({ status }) => show === undefined || statusesOf[show].includes(status));
  if (lines.length === 0) {
    const isNone = data.items.length === 0;
    return (
      <Empty title={isNone ? words.empty : parts.nothingHere}>
        <p>{isNone ? words.emptyHint : parts.nothingHereHint}</p>
      </Empty>
    );
  }
  return (
    <Rows id="rules">
      {lines.map((line) => (
        <RuleRow key={line.id} line={line} />
      ))}
    </Rows>
  );
}

function RuleRow({
  line: { id, rule, status, title, updatedAt, effectiveFrom, effectiveUntil },
}: {
  readonly line: Line;
}) {
  const words = useWords(ruleWords);
  const format = useFormat();
  return (
    <Row
      link={(row) => <Link to="/desks/policies/$id" params={{ id }} {...row} />}
      title={title[format.language]}
      facts={[
        words.name(rule.id, rule.version),
        effectiveFrom === null ? null : words.from(format.date(effectiveFrom)),
        effectiveUntil === null ? null : words.until(format.date(effectiveUntil)),
      ]}
      state={
        <Tags>
          <Tag tone={ruleTones[status]}>{words.statuses[status]}</Tag>
        </Tags>
      }
      when={
        <>
          {words.changed} <Ago at={updatedAt} />
        </>
      }
    />
  );
}
