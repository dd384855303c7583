import type { claimImportAside } from "@breakwater/contract";
import type { z } from "zod";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { importReasonNames } from "../../../words/claim-terms.ts";
import { nameOf } from "../../../words/terms.ts";
import { claimWords } from "../words/table.ts";

/** What of a file was not used: where it stood, why, and how it begins. */
export function AsideList({ items }: { readonly items: readonly z.infer<typeof claimImportAside>[] }) {
  const words = useWords(claimWords);
  const format = useFormat();
  const codes = useWords(importReasonNames);
  return (
    <ol className="claim-aside-list">
      {items.map(({ position, what, reasons, excerpt }, i) => (
        <li key={`${i} ${position}`}>
          <p>
            {words.line(format.number(position))}{" "}
            <Tag tone={what === "rejected" ? "bad" : "warn"}>{words.asideKinds[what]}</Tag>
          </p>
          <ul className="claim-points small">
            {reasons.map(({ field, code }) => (
              <li key={`${field} ${code}`}>
                {field === "" ? "" : words.fieldName(nameOf(words.fields, field))}
                {nameOf(codes, code)}
              </li>
            ))}
          </ul>
          {excerpt !== "" && <code className="claim-excerpt">{excerpt}</code>}
        </li>
      ))}
    </ol>
  );
}
