import { useConsole, useWords } from "../../app/context.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { PageHead } from "../../ui/Page.tsx";
import { Clocks } from "./Clocks.tsx";
import { Health } from "./Health.tsx";
import { OpenLeads } from "./OpenLeads.tsx";
import { Rhythm } from "./Rhythm.tsx";
import { nowWords } from "./words/table.ts";

/** Each part stands by itself: what somebody may not read, or what fails, leaves the others be. */
export function NowPage() {
  const words = useWords(nowWords);
  const { scopes } = useConsole().me;
  const [hasLeads, hasGroups] = [scopes.includes("leads:read"), scopes.includes("groups:read")];
  return (
    <div className="page">
      <PageHead title={words.now}>
        <p className="page-lead">{words.intro}</p>
      </PageHead>
      <div className="columns">
        <div className="stack">
          {!hasLeads && !hasGroups && <Empty title={words.nothingAllowed} />}
          {hasLeads && <OpenLeads />}
          {hasGroups && <Rhythm />}
        </div>
        <div className="stack">
          {hasLeads && <Clocks />}
          <Health />
        </div>
      </div>
    </div>
  );
}
