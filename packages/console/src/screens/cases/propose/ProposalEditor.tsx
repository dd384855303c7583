import { commandCase, listCaseFindings } from "@breakwater/contract";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCommand, usePages } from "../../../api/queries.ts";
import { useSeenVersion } from "../../../api/use-seen-version.ts";
import { useWords } from "../../../app/context.tsx";
import { CommandButton } from "../../../ui/CommandButton.tsx";
import { CommandFailed } from "../../../ui/CommandDialog.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { useToast } from "../../../ui/Toasts.tsx";
import { partWords } from "../../../ui/words.ts";
import { onSendKeys } from "../../../ui/on-send-keys.ts";
import type { Case } from "../CaseFile.tsx";
import type { Rule } from "../rules.ts";
import { caseWords } from "../words/table.ts";
import { AccountsPart } from "./AccountsPart.tsx";
import { MeasuresPart } from "./MeasuresPart.tsx";
import { PreviewPart } from "./PreviewPart.tsx";
import { keepDraft } from "./keep-draft.ts";
import { listMissing, toProposalBody } from "./proposal-draft.ts";
import { ReasonsPart } from "./ReasonsPart.tsx";
import { RulePart } from "./RulePart.tsx";
import { useNextJob } from "../../queues/use-next-job.ts";
import { usePreview } from "./use-preview.ts";
import { useProposalDraft } from "./use-proposal-draft.ts";

export function ProposalEditor({ file, rules }: { readonly file: Case; readonly rules: readonly Rule[] }) {
  const words = useWords(caseWords);
  const parts = useWords(partWords);
  const navigate = useNavigate();
  const tell = useToast();
  const { queue } = useSearch({ from: "/cases/$id/propose" });
  const isShort = file.accounts <= file.findings.length;
  const pages = usePages(listCaseFindings, { params: { id: file.id }, query: { limit: 200 } }, { isWanted: !isShort });
  const findings = isShort ? file.findings : pages.items;
  const [draft, change] = useProposalDraft(file.id, findings);
  const chosen = findings.filter(({ account }) => draft.accounts.includes(account));
  const rule = rules.find(({ id }) => id === draft.rule);
  const missing = listMissing(draft, rule);
  const open = Object.fromEntries(
    file.decisionIds.flatMap(({ id, account, mark }) => (account !== null && mark === "open" ? [[account, id]] : [])),
  );
  const body = rule === undefined || missing.length > 0 ? null : toProposalBody(draft, { rule, findings, open });
  const preview = usePreview(file.id, body);
  const command = useCommand(commandCase);
  const version = useSeenVersion(file.version, command.error);
  const goOn = useNextJob(queue ?? null);
  const isShown = preview.data !== undefined && preview.isCurrent && preview.data.refusal === null;
  const propose = async (after: () => void): Promise<void> => {
    if (body === null || !isShown) return;
    const request = { params: { id: file.id }, body: { kind: "propose", ...body } } as const;
    await command.run(request, { version }).then(
      () => {
        keepDraft(file.id, null);
        tell(words.done.propose);
        after();
      },
      () => undefined,
    );
  };
  const toCase = (): void => void navigate({ to: "/cases/$id", params: { id: file.id } });
  const availability = file.commands.propose.enabled
    ? { enabled: isShown, why: missing.length > 0 ? words.stillMissing : words.seeFirst }
    : file.commands.propose;
  return (
    <form
      className="columns columns-even"
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={onSendKeys(() => {
        if (availability.enabled) void propose(queue === undefined ? toCase : goOn);
      })}
    >
      <div className="stack">
        <AccountsPart findings={findings} draft={draft} onChange={change} />
        <RulePart rules={rules} rule={rule} draft={draft} onChange={change} />
        <MeasuresPart findings={chosen} rule={rule} draft={draft} onChange={change} />
        <ReasonsPart file={file} findings={chosen} draft={draft} onChange={change} />
      </div>
      <div className="stack case-beside">
        <PreviewPart missing={missing} preview={preview} />
        <Sheet title={words.secondPerson}>
          <CommandFailed error={command.error} />
          <CommandButton
            availability={availability}
            look="main"
            busy={command.isRunning ? parts.working : null}
            onRun={() => void propose(toCase)}
          >
            {words.proposeRun}
          </CommandButton>
          {queue !== undefined && (
            <CommandButton
              availability={availability}
              busy={command.isRunning ? parts.working : null}
              onRun={() => void propose(goOn)}
            >
              {parts.andNext(words.proposeRun)} <kbd aria-hidden="true">Ctrl ↵</kbd>
            </CommandButton>
          )}
          <p className="quiet small">{words.proposeHint}</p>
        </Sheet>
      </div>
    </form>
  );
}
