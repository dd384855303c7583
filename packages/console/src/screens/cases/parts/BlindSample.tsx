import { commandCase, findingRoles, listCaseEvidence } from "@breakwater/contract";
import { useCommand, usePages } from "../../../api/queries.ts";
import { useFormat, useWords } from "../../../app/context.tsx";
import { useKeys } from "../../../shell/keys/Keys.tsx";
import { CommandFailed } from "../../../ui/CommandDialog.tsx";
import { CommandButton } from "../../../ui/CommandButton.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { MoreButton } from "../../../ui/MoreButton.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { findingRoleNames, type FindingRole } from "../../../words/case-terms.ts";
import type { Case } from "../CaseFile.tsx";
import { caseWords } from "../words/table.ts";
import { EvidenceList } from "./EvidenceList.tsx";

/** The sample of a bulk decision: one account after the other, by its evidence alone. One key each. */
export function BlindSample({ file }: { readonly file: Case }) {
  const words = useWords(caseWords);
  const format = useFormat();
  const roles = useWords(findingRoleNames);
  const command = useCommand(commandCase);
  const [account = ""] = file.toJudge;
  const pages = usePages(listCaseEvidence, { params: { id: file.id }, query: { account, limit: 200 } });
  const availability = file.commands.judge_blind;
  const judge = (role: FindingRole): void =>
    void command
      .run({ params: { id: file.id }, body: { kind: "judge_blind", account, role } }, { version: file.version })
      .catch(() => undefined);
  const isReady = availability.enabled && !command.isRunning;
  useKeys(
    "page",
    isReady ? findingRoles.map((role, i) => ({ keys: String(i + 1), label: roles[role], run: () => judge(role) })) : [],
  );
  return (
    <Sheet
      title={words.blindTitle}
      aside={<span className="quiet">{words.leftToJudge(format.number(file.toJudge.length))}</span>}
    >
      <p className="quiet">{words.blindHint}</p>
      <h3>
        <span className="id">{account}</span>
      </h3>
      {pages.error !== null && <Failed what={words.evidence} error={pages.error} onRetry={pages.reload} />}
      {pages.items.length === 0 && !pages.isPending && pages.error === null && (
        <p className="quiet">{words.noEvidenceOf}</p>
      )}
      <EvidenceList caseId={file.id} items={pages.items} />
      <MoreButton pages={pages} />
      <div className="case-choices" role="group" aria-label={words.blindQuestion}>
        {findingRoles.map((role, i) => (
          <CommandButton
            key={role}
            availability={availability}
            shortcut={String(i + 1)}
            busy={command.isRunning ? roles[role] : null}
            onRun={() => judge(role)}
          >
            {roles[role]}
          </CommandButton>
        ))}
      </div>
      <CommandFailed error={command.error} />
    </Sheet>
  );
}
