import { exportLedgerBundle } from "@breakwater/contract";
import { parseVerifierKey, verifyBundle, type BundleFault } from "@breakwater/ledger/verifier";
import { useMutation } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useConsole, useFormat, useWords } from "../../../app/context.tsx";
import { Button } from "../../../ui/Button.tsx";
import { CopyText } from "../../../ui/CopyText.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { saveFile } from "../../../ui/save-file.ts";
import { Sheet } from "../../../ui/Sheet.tsx";
import type { ProvenView } from "../Head.tsx";
import { toBytes } from "../verify/bytes.ts";
import { primitives } from "../verify/primitives.ts";
import { evidenceWords } from "../words/table.ts";
import { bundledMax, parseSequences } from "./parse-sequences.ts";

type Made = { readonly entries: number; readonly size: number } | { readonly fault: BundleFault };

/** Has a bundle made, judges it as its reader would, and only then gives it out. */
export function BundleMaker({ view }: { readonly view: ProvenView }) {
  const words = useWords(evidenceWords);
  const format = useFormat();
  const { api } = useConsole();
  const { entry } = useSearch({ from: "/evidence" });
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (entry === undefined ? "" : String(entry));
  const sequences = parseSequences(text, view.head.checkpoint.size);
  const making = useMutation({
    mutationFn: async (wanted: readonly number[]): Promise<Made> => {
      const bytes = await api.read(exportLedgerBundle, { body: { sequences: [...wanted], older: [view.note] } });
      const key = parseVerifierKey(view.firstKey, primitives.sha256);
      const outside = [{ name: "checkpoint", bytes: toBytes(view.note) }];
      const judged = verifyBundle(bytes, { ...primitives, outside, trustedKeys: key === null ? [] : [key] });
      if (!judged.ok) return { fault: judged.fault };
      saveFile({ name: "evidence.zip", bytes, type: "application/zip" });
      return { entries: judged.value.entries.length, size: judged.value.checkpoint.size };
    },
  });
  const isWrong = text.trim() !== "" && sequences === null;
  return (
    <Sheet title={words.bundle}>
      <p className="quiet small">{words.bundleHint}</p>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (sequences !== null) making.mutate(sequences);
        }}
      >
        <TextField label={words.which} hint={words.whichHint} value={text} onChange={setTyped} />
        {isWrong && <p role="alert">{words.badWhich(format.number(bundledMax))}</p>}
        <div>
          <Button type="submit" aria-disabled={sequences === null} busy={making.isPending ? words.making : null}>
            {words.make}
          </Button>
        </div>
      </form>
      {making.error !== null && <Failed error={making.error} />}
      {making.data !== undefined && <Outcome made={making.data} />}
      <details>
        <summary>{words.withPayloads}</summary>
        <p className="small">{words.withPayloadsHint}</p>
        <CopyText
          text={`breakwater export-evidence --ledger data/ledger --payload-keys keys/payloads/payload-keys.sqlite --entries ${
            sequences === null ? "3,7-9" : text.replaceAll(/\s/g, "")
          } --out evidence.zip`}
        />
      </details>
    </Sheet>
  );
}

function Outcome({ made }: { readonly made: Made }) {
  const words = useWords(evidenceWords);
  const format = useFormat();
  if ("fault" in made) {
    return (
      <p role="alert" className="failed">
        {words.faults[made.fault.kind]}
      </p>
    );
  }
  return <p role="status">{words.made(format.number(made.entries), format.number(made.size))}</p>;
}
