import { commandRegisterEntry, type registerEntry } from "@breakwater/contract";
import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { z } from "zod";
import { ApiError } from "../../../api/api-error.ts";
import { useCommand } from "../../../api/queries.ts";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { PageHead } from "../../../ui/Page.tsx";
import { Facts, Sheet } from "../../../ui/Sheet.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { Moment } from "../../../ui/Time.tsx";
import { partWords } from "../../../ui/words.ts";
import { toShortId } from "../../../words/short-id.ts";
import { findFaults, type Faults } from "../forms/draft.ts";
import { AreaField, LineField } from "../forms/FormField.tsx";
import { pickCommand } from "../forms/shape.ts";
import { registerWords } from "./words.ts";

type Entry = z.infer<typeof registerEntry>;

/** One entry at a time, with a reason. There is nothing to browse. */
export function RegisterPage() {
  const words = useWords(registerWords);
  const [entry, setEntry] = useState<Entry | null>(null);
  return (
    <div className="page">
      <PageHead title={words.title}>
        <p className="page-lead">{words.intro}</p>
      </PageHead>
      <div className="columns">
        <LookUp onFound={setEntry} />
        {entry !== null && <Found entry={entry} />}
      </div>
    </div>
  );
}

function LookUp({ onFound }: { readonly onFound: (entry: Entry | null) => void }) {
  const words = useWords(registerWords);
  const parts = useWords(partWords);
  const { run, isRunning, error } = useCommand(commandRegisterEntry);
  const { measure = "" } = useSearch({ from: "/desks/register" });
  const [id, setId] = useState(measure);
  const [reason, setReason] = useState("");
  const [wasSent, setSent] = useState(false);
  const body = { kind: "look_up", reason: reason.trim() } as const;
  const params = { id: id.trim() };
  const faults: Faults = {
    ...findFaults(commandRegisterEntry.params, params),
    ...findFaults(pickCommand(commandRegisterEntry.body, "look_up"), body),
  };
  const shown = wasSent ? faults : {};
  const look = async (): Promise<void> => {
    setSent(true);
    if (Object.keys(faults).length > 0) return;
    onFound(null);
    const answered = await run({ params, body }).catch(() => null);
    if (answered !== null) onFound(answered.data);
  };
  const isMissing = error instanceof ApiError && error.code === "not_found";
  return (
    <Sheet title={words.lookUp}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        <p className="quiet">{words.hint}</p>
        <LineField
          type="text"
          label={words.measure}
          hint={words.measureHint}
          isNeeded
          fault={shown["id"]}
          value={id}
          onChange={setId}
        />
        <AreaField
          label={words.reason}
          hint={words.reasonHint}
          isNeeded
          fault={shown["reason"]}
          value={reason}
          onChange={setReason}
        />
        {isMissing && <p role="alert">{words.notThere}</p>}
        {error !== null && !isMissing && <Failed error={error} />}
        <div className="opening">
          <Button type="submit" look="main" busy={isRunning ? parts.working : null}>
            {words.run}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

function Found({ entry: { status, rule, decision, expiresAt, lookUps } }: { readonly entry: Entry }) {
  const words = useWords(registerWords);
  const format = useFormat();
  return (
    <Sheet title={words.entry} aside={<Tag tone={status === "listed" ? "act" : "plain"}>{words.statuses[status]}</Tag>}>
      <p className="quiet small">{words.notShown}</p>
      <Facts
        facts={[
          [words.rule, words.ruleText(rule.id, rule.version)],
          [
            words.decision,
            <Link key="decision" to="/decisions/$id" params={{ id: decision }} className="id" title={decision}>
              {toShortId(decision)}
            </Link>,
          ],
          [words.expires, <Moment key="expires" at={expiresAt} />],
          [words.lookUps, format.number(lookUps)],
        ]}
      />
    </Sheet>
  );
}
