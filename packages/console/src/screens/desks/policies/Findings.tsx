import type { ruleRecord } from "@breakwater/contract";
import type { z } from "zod";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Tag, type Tone } from "../../../ui/Tag.tsx";
import { ruleWords } from "./words/table.ts";

export type Finding = z.infer<typeof ruleRecord>["findings"][number];
const tones: Readonly<Record<Finding["hardness"], Tone>> = { never: "bad", refuse: "bad", warn: "warn" };

/** What the linter finds: where, why it matters and what to do. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const words = useWords(ruleWords);
  const { language } = useFormat();
  if (findings.length === 0) return <p className="quiet">{words.noFindings}</p>;
  return (
    <ul className="gaps">
      {findings.map(({ code, hardness, where, word, why, next }) => (
        <li key={`${code} ${where} ${word}`}>
          <span className="tags">
            <Tag tone={tones[hardness]}>{words.hardness[hardness]}</Tag>
            <span className="id small">{words.inText(where, word ?? "")}</span>
          </span>
          <p className="small">
            {why}
            {language === "en" ? " " : ""}
            {next}
          </p>
        </li>
      ))}
    </ul>
  );
}
