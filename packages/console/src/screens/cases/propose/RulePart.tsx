import { toCodeWords } from "@breakwater/casework";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Choice } from "../../../ui/Field.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { languageNames, languages } from "../../../words/languages.ts";
import { RuleText } from "../parts/RuleText.tsx";
import type { Rule } from "../rules.ts";
import { caseWords } from "../words/table.ts";
import type { PartProps } from "./AccountsPart.tsx";

/** The rule that was broken, of those in force; its ground and category come with it. */
export function RulePart({
  rules,
  rule,
  draft,
  onChange,
}: PartProps & { readonly rules: readonly Rule[]; readonly rule: Rule | undefined }) {
  const words = useWords(caseWords);
  const { language } = useFormat();
  return (
    <Sheet title={words.rule}>
      {rules.length === 0 && <p>{words.noRule}</p>}
      {rules.length > 0 && (
        <Choice
          label={words.whichRule}
          hint={words.whichRuleHint}
          value={draft.rule}
          options={[
            ["", words.chooseRule],
            ...rules.map(({ id, rule: name, content }) => [id, `${name.id} ${content.title[language]}`] as const),
          ]}
          onChange={(id) => {
            const chosen = rules.find((one) => one.id === id);
            onChange({ rule: id, explanation: chosen?.content.text[draft.language] ?? "" });
          }}
        />
      )}
      <Choice
        label={words.textLanguage}
        hint={words.textLanguageHint}
        value={draft.language}
        options={languages.map((one) => [one, languageNames[one]])}
        onChange={(one) => onChange({ language: one, explanation: rule?.content.text[one] ?? draft.explanation })}
      />
      {rule !== undefined && (
        <>
          <p className="quiet small">
            {words.comesWithRule(toCodeWords(rule.content.category, language), rule.content.groundName[language])}
          </p>
          <RuleText rule={rule} isOpen={false} />
        </>
      )}
    </Sheet>
  );
}
