import { ruleMachine } from "@breakwater/casework";
import { getPolicyRecord, listStarterPolicies } from "@breakwater/contract";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useRoute } from "../../../../api/queries.ts";
import { useFormat, useWords } from "../../../../app/context.tsx";
import { Awaited } from "../../../../ui/Awaited.tsx";
import { Choice } from "../../../../ui/Field.tsx";
import { PageHead } from "../../../../ui/Page.tsx";
import { Why } from "../../objects/CommandList.tsx";
import { useOpening } from "../../objects/opening.ts";
import { ruleWords } from "../words/table.ts";
import { blankRule, nextVersion } from "./content.ts";
import { Editor } from "./Editor.tsx";

/** Where a rule is written: a new one, the next version of one, or what is still a draft. */
export function DraftPage() {
  const words = useWords(ruleWords);
  const { revise, from } = useSearch({ from: "/desks/policies/draft" });
  const availability = useOpening(ruleMachine, "draft");
  return (
    <div className="page">
      <PageHead
        title={revise === undefined ? words.draftTitle : words.reviseTitle(revise)}
        above={
          <p className="small">
            <Link to="/desks/policies">← {words.all}</Link>
          </p>
        }
      >
        <p className="page-lead">{words.draftHint}</p>
      </PageHead>
      {!availability.enabled && (
        <p className="warning">
          <Why availability={availability} />
        </p>
      )}
      {revise === undefined && from === undefined && <New />}
      {revise !== undefined && <Known id={revise} isRevision />}
      {from !== undefined && revise === undefined && <Known id={from} isRevision={false} />}
    </div>
  );
}

function Known({ id, isRevision }: { readonly id: string; readonly isRevision: boolean }) {
  const words = useWords(ruleWords);
  const reading = useRoute(getPolicyRecord, { params: { id } });
  const { data: record } = reading;
  if (record === undefined) return <Awaited what={words.theRule} reading={reading} />;
  const { rule, version, content } = record;
  const next = { id: rule.id, version: nextVersion(rule.version) };
  return (
    <Editor key={id} rule={isRevision ? rule : next} content={content} revised={isRevision ? { id, version } : null} />
  );
}

function New() {
  const words = useWords(ruleWords);
  const { language } = useFormat();
  const navigate = useNavigate();
  const { starter } = useSearch({ from: "/desks/policies/draft" });
  const { data } = useRoute(listStarterPolicies, {});
  const found = data?.items.find(({ id }) => id === starter);
  const options = (data?.items ?? []).map(({ id, content }) => [id, `${id}: ${content.title[language]}`] as const);
  return (
    <>
      <div className="filters">
        <Choice
          label={words.beginWith}
          value={found?.id ?? ""}
          options={[["", words.blank], ...options]}
          onChange={(id) =>
            void navigate({ to: "/desks/policies/draft", search: id === "" ? {} : { starter: id }, replace: true })
          }
        />
      </div>
      <Editor
        key={found?.id ?? ""}
        rule={{ id: found?.id ?? "", version: "1" }}
        content={found?.content ?? blankRule}
        revised={null}
      />
    </>
  );
}
