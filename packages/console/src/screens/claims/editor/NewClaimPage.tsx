import { createClaim } from "@breakwater/contract";
import { useNavigate } from "@tanstack/react-router";
import { useCommand } from "../../../api/queries.ts";
import { useConsole, useWords } from "../../../app/context.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { PageHead } from "../../../ui/Page.tsx";
import { useToast } from "../../../ui/Toasts.tsx";
import { ClaimTabs } from "../ClaimTabs.tsx";
import { claimWords } from "../words/table.ts";
import { emptyForm, toContent } from "./claim-form.ts";
import { ClaimEditor } from "./ClaimEditor.tsx";

export function NewClaimPage() {
  const words = useWords(claimWords);
  const mayWrite = useConsole().me.scopes.includes("claims:write");
  const navigate = useNavigate();
  const tell = useToast();
  const command = useCommand(createClaim);
  return (
    <div className="page">
      <PageHead title={words.newEntry}>
        <p className="page-lead">{words.newIntro}</p>
      </PageHead>
      <ClaimTabs />
      {mayWrite ? (
        <ClaimEditor
          initial={emptyForm}
          reason="none"
          action={words.saveDraft}
          command={command}
          onSave={async (form) => {
            const { data } = await command.run({ body: toContent(form) });
            tell(words.done.create);
            await navigate({ to: "/claims/entry/$id", params: { id: data.id } });
          }}
        />
      ) : (
        <Empty title={words.mayNotWrite} />
      )}
    </div>
  );
}
