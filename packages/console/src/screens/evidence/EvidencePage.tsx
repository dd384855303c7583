import { useSearch } from "@tanstack/react-router";
import { useWords } from "../../app/context.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { PageHead } from "../../ui/Page.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { Broken } from "./Broken.tsx";
import { BundleCheck } from "./bundle/BundleCheck.tsx";
import { BundleMaker } from "./bundle/BundleMaker.tsx";
import { Entries } from "./entries/Entries.tsx";
import { OneEntry } from "./entries/OneEntry.tsx";
import { Head } from "./Head.tsx";
import { Meaning } from "./Meaning.tsx";
import { useLog } from "./use-log.ts";
import { Witnesses } from "./Witnesses.tsx";
import { evidenceWords } from "./words/table.ts";
import "./evidence.css";

export function EvidencePage() {
  const words = useWords(evidenceWords);
  const { entry } = useSearch({ from: "/evidence" });
  const log = useLog();
  const view = log.data?.view;
  const again = (): void => void log.refetch();
  return (
    <div className="page">
      <PageHead title={words.evidence}>
        <p className="page-lead">{words.intro}</p>
      </PageHead>
      {log.error !== null && view === undefined && <Failed what={words.theLedger} error={log.error} onRetry={again} />}
      {log.isPending && <Waiting what={words.checking} />}
      {view?.kind === "empty" && (
        <Empty title={words.emptyTitle}>
          <p>{words.emptyHint}</p>
        </Empty>
      )}
      {view?.kind === "broken" && <Broken {...view} onRetry={again} />}
      {view?.kind === "proven" && (
        <div className="columns">
          <div className="stack">
            {entry === undefined ? <Entries head={view.head} /> : <OneEntry head={view.head} sequence={entry} />}
            <BundleMaker view={view} />
            <BundleCheck firstKey={view.firstKey} />
          </div>
          <div className="stack">
            <Head view={view} isKept={log.data?.isKept ?? false} isChecking={log.isFetching} onRefresh={again} />
            <Witnesses />
            <Meaning compared={view.compared} />
          </div>
        </div>
      )}
    </div>
  );
}
