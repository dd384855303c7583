import type { ruleRecord } from "@breakwater/contract";
import type { z } from "zod";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Tag, type Tone } from "../../../ui/Tag.tsx";
import { nameOf } from "../../../words/terms.ts";
import type { RuleWords } from "./words/en.ts";
import { ruleWords } from "./words/table.ts";

export type Finding = z.infer<typeof ruleRecord>["findings"][number];
const tones: Readonly<Record<Finding["hardness"], Tone>> = { never: "bad", refuse: "bad", warn: "warn" };

/** A place of a rule (`falls.0.en`) as people call it. */
function toPlace(where: string, words: RuleWords): readonly string[] {
  const names: Readonly<Record<string, string>> = {
    title: words.ruleTitle,
    text: words.text,
    falls: words.falls,
    spares: words.spares,
    shows: words.tests,
    tests: words.tests,
    ladder: words.ladder,
    ground: words.groundName,
    category: words.category,
    keywords: words.keywords,
    ...words.languages,
  };
  return where.split(".").map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : nameOf(names, part)));
}

/** What the linter finds: where, why it matters and what to do. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const words = useWords(ruleWords);
  const format = useFormat();
  const { language } = format;
  if (findings.length === 0) return <p className="quiet">{words.noFindings}</p>;
  return (
    <ul className="gaps">
      {findings.map(({ code, hardness, where, word, why, next }) => (
        <li key={`${code} ${where} ${word}`}>
          <span className="tags">
            <Tag tone={tones[hardness]}>{words.hardness[hardness]}</Tag>
            <span className="small">{words.inText(format.list(toPlace(where, words)), word ?? "")}</span>
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
