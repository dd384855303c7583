import { formatVerifierKey, verifyBundle, type BundleReport, type Checked } from "@breakwater/ledger/verifier";
import { useMutation } from "@tanstack/react-query";
import { useId } from "react";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { eventKindNames } from "../../../words/event-kinds.ts";
import { nameOf } from "../../../words/terms.ts";
import { primitives } from "../verify/primitives.ts";
import { evidenceWords } from "../words/table.ts";

/** A tab has no more to spare, and whoever has so much has the program too. */
const bundleBytesMax = 50_000_000;
const shownMax = 100;

/** Judges a bundle where it lies: in this browser. */
export function BundleCheck({ firstKey }: { readonly firstKey: string }) {
  const words = useWords(evidenceWords);
  const id = useId();
  const check = useMutation({
    mutationFn: async (file: File): Promise<Checked<BundleReport> | "too_large"> => {
      if (file.size > bundleBytesMax) return "too_large";
      return verifyBundle(new Uint8Array(await file.arrayBuffer()), primitives);
    },
  });
  return (
    <Sheet title={words.given}>
      <p className="quiet small">{words.givenHint}</p>
      <div className="field">
        <label htmlFor={id}>{words.file}</label>
        <input
          id={id}
          type="file"
          accept=".zip,application/zip"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) check.mutate(file);
          }}
        />
      </div>
      {check.isPending && <p role="status">{words.readingFile}</p>}
      {check.error !== null && <Failed error={check.error} />}
      {check.data === "too_large" && <p role="alert">{words.tooLarge}</p>}
      {check.data !== undefined && check.data !== "too_large" && <Judged judged={check.data} firstKey={firstKey} />}
    </Sheet>
  );
}

function Judged({ judged, firstKey }: { readonly judged: Checked<BundleReport>; readonly firstKey: string }) {
  const words = useWords(evidenceWords);
  const format = useFormat();
  const kinds = useWords(eventKindNames);
  if (!judged.ok) {
    return (
      <div className="failed" role="alert">
        <p className="failed-what">{words.holdsNot}</p>
        <p>{words.faults[judged.fault.kind]}</p>
        <p className="small">{words.where(judged.fault.where)}</p>
      </div>
    );
  }
  const { entries, checkpoint, keys } = judged.value;
  const [first] = keys;
  const isOurs = first !== undefined && formatVerifierKey(first.key) === firstKey;
  return (
    <div role="status" className="evidence-report">
      <p className="failed-what">✓ {words.holds}</p>
      <p>
        {words.holdsText(format.number(entries.length), format.number(checkpoint.size))}{" "}
        {isOurs ? words.ofThisLog : words.ofOtherLog}
      </p>
      {!isOurs && first !== undefined && <p className="id">{formatVerifierKey(first.key)}</p>}
      <ul className="evidence-lines">
        {entries.slice(0, shownMax).map(({ entry, payload }) => (
          <li key={entry.sequence}>
            {words.entry(format.number(entry.sequence))}: {nameOf(kinds, entry.type)}{" "}
            <span className="quiet small">{words.payloads[payload]}</span>
          </li>
        ))}
        {entries.length > shownMax && <li className="quiet">…</li>}
      </ul>
    </div>
  );
}
