import { evidenceActionsMax } from "@breakwater/contract";
import { useState } from "react";
import { useWords } from "../../../app/context.tsx";
import { Button } from "../../../ui/Button.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { Choice, TextField } from "../../../ui/Field.tsx";
import { LongField } from "../../../ui/LongField.tsx";
import { evidenceKindNames, evidenceKinds } from "../../../words/case-terms.ts";
import { caseWords } from "../words/table.ts";
import { hashFile } from "./hash-file.ts";
import { SeenActs } from "./SeenActs.tsx";
import { useCaseCommand, type CaseDialogProps } from "./use-case-command.ts";

const accountsMax = 5_000;

/** Records a piece of evidence: its fingerprint, made here, and whose acts it shows. The piece itself stays where it is kept. */
export function EvidenceDialog({ file, onClose }: CaseDialogProps) {
  const words = useWords(caseWords);
  const kinds = useWords(evidenceKindNames);
  const [kind, setKind] = useState<(typeof evidenceKinds)[number]>("actions");
  const [accounts, setAccounts] = useState("");
  const [acts, setActs] = useState("");
  const [sha256, setHash] = useState("");
  const [tool, setTool] = useState("");
  const [capturedAt, setCapturedAt] = useState(() => toLocalInput(Date.now()));
  const { command, send } = useCaseCommand({ file, onClose });
  const named = toIds(accounts);
  const at = Date.parse(capturedAt);
  const actions = toIds(acts);
  const hash = sha256.trim().toLowerCase();
  const isHash = /^[0-9a-f]{64}$/.test(hash);
  const isBounded = named.length > 0 && named.length <= accountsMax && actions.length <= evidenceActionsMax;
  const isReady = isHash && isBounded && tool.trim() !== "" && !Number.isNaN(at);
  const item = { kind, sha256: hash, accounts: named, capturedAt: at, tool: tool.trim(), actions };
  return (
    <CommandDialog
      title={words.commands.add_evidence}
      hint={words.evidenceHint}
      action={words.commands.add_evidence}
      command={command}
      {...send(isReady ? { kind: "add_evidence", item } : null)}
      onClose={onClose}
    >
      <Choice
        label={words.evidenceKind}
        value={kind}
        options={evidenceKinds.map((one) => [one, kinds[one]])}
        onChange={setKind}
      />
      <LongField
        label={words.whoseActs}
        hint={words.whoseActsHint}
        rows={2}
        maxLength={100_000}
        value={accounts}
        onChange={setAccounts}
      />
      <LongField
        label={words.actsShown}
        hint={words.actsShownHint(evidenceActionsMax)}
        rows={2}
        maxLength={20_000}
        value={acts}
        onChange={setActs}
      />
      <SeenActs caseId={file.id} accounts={named} onTake={(ids) => setActs(ids.join("\n"))} />
      <FilePicker onHash={setHash} />
      <TextField label={words.hash} hint={words.hashHint} value={sha256} onChange={setHash} />
      <TextField label={words.tool} hint={words.toolHint} value={tool} onChange={setTool} />
      <label className="field">
        <span className="field-name">{words.capturedAt}</span>
        <input type="datetime-local" value={capturedAt} onChange={({ target }) => setCapturedAt(target.value)} />
      </label>
    </CommandDialog>
  );
}

function toIds(text: string): string[] {
  return [...new Set(text.split(/[\s,;，；]+/).filter((id) => id !== ""))];
}

/** Makes the fingerprint of a file in the browser: nothing of it is sent. */
function FilePicker({ onHash }: { readonly onHash: (hash: string) => void }) {
  const words = useWords(caseWords);
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  const take = async (picked: File): Promise<void> => {
    setState("busy");
    await hashFile(picked).then(
      (hash) => {
        onHash(hash);
        setState("idle");
      },
      () => setState("failed"),
    );
  };
  const pick = (): void => {
    const input = document.createElement("input");
    input.type = "file";
    input.addEventListener("change", () => {
      const [picked] = input.files ?? [];
      if (picked !== undefined) void take(picked);
    });
    input.click();
  };
  return (
    <div>
      <Button busy={state === "busy" ? words.hashing : null} onClick={pick}>
        {words.hashOfFile}
      </Button>
      {state === "failed" && <p role="alert">{words.hashFailed}</p>}
    </div>
  );
}

/** A time as the browser's own field writes it: local, by the minute. */
function toLocalInput(at: number): string {
  const date = new Date(at);
  return new Date(at - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
