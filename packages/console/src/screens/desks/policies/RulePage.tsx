import { getPolicyRecord, type ruleRecord } from "@breakwater/contract";
import { Link, useParams } from "@tanstack/react-router";
import type { z } from "zod";
import { useRoute } from "../../../api/queries.ts";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Awaited } from "../../../ui/Awaited.tsx";
import { PageHead } from "../../../ui/Page.tsx";
import { Person } from "../../../ui/Person.tsx";
import { Facts, Sheet } from "../../../ui/Sheet.tsx";
import { Tag, Tags } from "../../../ui/Tag.tsx";
import { Moment } from "../../../ui/Time.tsx";
import { Findings } from "./Findings.tsx";
import { ruleTones } from "./rule-tones.ts";
import { RuleCommands } from "./RuleCommands.tsx";
import { RuleText } from "./RuleText.tsx";
import { ruleWords } from "./words/table.ts";

export type RuleRecord = z.infer<typeof ruleRecord>;

export function RulePage() {
  const { id } = useParams({ from: "/desks/policies/$id" });
  const words = useWords(ruleWords);
  const { language } = useFormat();
  const reading = useRoute(getPolicyRecord, { params: { id } });
  const { data: record } = reading;
  return (
    <div className="page" key={id}>
      <PageHead
        title={record === undefined ? id : record.title[language]}
        above={
          <p className="small">
            <Link to="/desks/policies">← {words.all}</Link>
          </p>
        }
      >
        {record !== undefined && (
          <Tags>
            <Tag tone={ruleTones[record.status]}>{words.statuses[record.status]}</Tag>
            <Tag>{words.name(record.rule.id, record.rule.version)}</Tag>
          </Tags>
        )}
      </PageHead>
      <Awaited what={words.theRule} reading={reading} />
      {record !== undefined && (
        <div className="columns">
          <div className="stack">
            <RuleText content={record.content} language={language} />
            <details className="sheet other-language">
              <summary>
                {words.otherLanguage}: {words.languages[language === "en" ? "zh-Hans" : "en"]}
              </summary>
              <RuleText content={record.content} language={language === "en" ? "zh-Hans" : "en"} />
            </details>
          </div>
          <div className="stack">
            <RuleCommands record={record} />
            <Sheet title={words.findings}>
              <Findings findings={record.findings} />
            </Sheet>
            <Standing record={record} />
          </div>
        </div>
      )}
    </div>
  );
}

function Standing({ record }: { readonly record: RuleRecord }) {
  const words = useWords(ruleWords);
  const format = useFormat();
  const { author, reviewer, objection, publishedAt, effectiveFrom, effectiveUntil, transition, endedAt, reason } =
    record;
  const span = [
    effectiveFrom === null ? null : words.from(format.dateTime(effectiveFrom)),
    effectiveUntil === null ? null : words.until(format.dateTime(effectiveUntil)),
  ].filter((one) => one !== null);
  return (
    <Sheet title={words.standing}>
      <Facts
        facts={[
          author === null ? null : [words.author, <Person key="author" id={author} />],
          reviewer === null ? null : [words.reviewer, <Person key="reviewer" id={reviewer} />],
          objection === null ? null : [words.objection, objection],
          publishedAt === null ? null : [words.publishedAt, <Moment key="published" at={publishedAt} />],
          span.length === 0 ? null : [words.effective, span.join(" ")],
          transition === null ? null : [words.transition, transition[format.language]],
          endedAt === null ? null : [words.endedAt, <Moment key="ended" at={endedAt} />],
          reason === null ? null : [words.reason, reason],
        ]}
      />
    </Sheet>
  );
}
