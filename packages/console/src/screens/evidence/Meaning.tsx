import { useWords } from "../../app/context.tsx";
import { CopyText } from "../../ui/CopyText.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import type { Compared } from "./verify/read-log.ts";
import { evidenceWords } from "./words/table.ts";

/** In plain words, and the stronger check that needs none of our pages. */
export function Meaning({ compared }: { readonly compared: Compared }) {
  const words = useWords(evidenceWords);
  const proofs = compared.kind === "grown" ? [...words.proofs, words.provenSince] : words.proofs;
  return (
    <Sheet title={words.meaning}>
      <h3>{words.proves}</h3>
      <ul className="evidence-points">
        {proofs.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <h3>{words.provesNot}</h3>
      <ul className="evidence-points">
        {words.gaps.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <h3>{words.checkElsewhere}</h3>
      <p className="small">{words.checkElsewhereHint}</p>
      <CopyText text={`breakwater verify ${location.origin}/v1/ledger --checkpoint held.checkpoint`} />
      <CopyText text="breakwater verify evidence.zip --checkpoint held.checkpoint" />
    </Sheet>
  );
}
