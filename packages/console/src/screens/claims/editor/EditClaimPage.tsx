import { correctClaim, editClaim, getClaim } from "@breakwater/contract";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useCommand, useRoute } from "../../../api/queries.ts";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Awaited } from "../../../ui/Awaited.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { PageHead } from "../../../ui/Page.tsx";
import { useToast } from "../../../ui/Toasts.tsx";
import type { Claim } from "../ClaimStanding.tsx";
import { claimWords } from "../words/table.ts";
import { toChanges, toForm } from "./claim-form.ts";
import { ClaimEditor } from "./ClaimEditor.tsx";

/** Changes a draft or an import; a published entry of our own is corrected. */
export function EditClaimPage() {
  const { id } = useParams({ from: "/claims/entry/$id/edit" });
  const words = useWords(claimWords);
  const { language } = useFormat();
  const reading = useRoute(getClaim, { params: { id } });
  const { data: claim } = reading;
  const mode = claim === undefined ? null : claim.commands.edit.enabled ? "edit" : "correct";
  const barred =
    claim !== undefined && mode === "correct" && !claim.commands.correct.enabled ? claim.commands.edit : null;
  return (
    <div className="page">
      <PageHead
        title={mode === "correct" ? words.correctEntry : words.editEntry}
        above={
          <p className="small">
            <Link to="/claims/entry/$id" params={{ id }}>
              ← {words.backToEntry}
            </Link>
          </p>
        }
      >
        <p className="page-lead">{mode === "correct" ? words.correctIntro : words.editIntro}</p>
      </PageHead>
      <Awaited what={words.theClaim} reading={reading} />
      {barred !== null && (
        <Empty title={barred.why ?? words.mayNotWrite}>
          <p lang={language}>{barred.next}</p>
        </Empty>
      )}
      {claim !== undefined && mode !== null && barred === null && <Form key={id} claim={claim} mode={mode} />}
    </div>
  );
}

function Form({ claim, mode }: { readonly claim: Claim; readonly mode: "edit" | "correct" }) {
  const words = useWords(claimWords);
  const navigate = useNavigate();
  const tell = useToast();
  const edit = useCommand(editClaim);
  const correct = useCommand(correctClaim);
  const command = mode === "edit" ? edit : correct;
  // What somebody writes is bound to the version that they saw when they began, whatever others do meanwhile.
  const [begun] = useState(claim);
  const initial = toForm(begun.entry);
  return (
    <ClaimEditor
      initial={initial}
      without={begun.id}
      reason={mode === "edit" ? "asked" : "needed"}
      action={mode === "edit" ? words.saveChanges : words.saveCorrection}
      command={command}
      onSave={async (form, reason) => {
        const changes = toChanges(initial, form);
        const [params, options] = [{ id: begun.id }, { version: begun.version }];
        const said = reason.trim();
        if (mode === "correct") await correct.run({ params, body: { changes, reason: said } }, options);
        else await edit.run({ params, body: { changes, ...(said === "" ? {} : { reason: said }) } }, options);
        tell(words.done[mode]);
        await navigate({ to: "/claims/entry/$id", params });
      }}
    />
  );
}
