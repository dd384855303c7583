import { claimOrigins, claimStatuses, claimSteps, claimVerdicts } from "@breakwater/contract";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useWords } from "../../../app/context.tsx";
import { useKeys } from "../../../shell/keys/Keys.tsx";
import { Choice } from "../../../ui/Field.tsx";
import { claimOriginNames, claimStatusNames, verdictNames } from "../../../words/claim-terms.ts";
import type { ClaimSearch } from "../claim-search.ts";
import { claimWords } from "../words/table.ts";

const searchId = "claim-words";
/** From the last key to the search, ms. */
const settleMs = 300;

export function ClaimFilters({ search }: { readonly search: ClaimSearch }) {
  const words = useWords(claimWords);
  const statuses = useWords(claimStatusNames);
  const verdicts = useWords(verdictNames);
  const origins = useWords(claimOriginNames);
  const navigate = useNavigate({ from: "/claims" });
  const change = (next: ClaimSearch): void => void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  useKeys("page", [{ keys: "/", label: words.searchKey, run: () => document.getElementById(searchId)?.focus() }]);
  return (
    <form
      className="claim-filters"
      role="search"
      aria-label={words.filters}
      onSubmit={(event) => event.preventDefault()}
    >
      <Search words={search.words ?? ""} onChange={(text) => change({ words: text === "" ? undefined : text })} />
      <Choice
        label={words.myTurn}
        value={search.turn ?? "any"}
        options={[["any", words.anyTurn], ...claimSteps.map((step) => [step, words.turns[step]] as const)]}
        onChange={(turn) => change({ turn: turn === "any" ? undefined : turn })}
      />
      <Choice
        label={words.status}
        value={search.status ?? "any"}
        options={[["any", words.any], ...claimStatuses.map((status) => [status, statuses[status]] as const)]}
        onChange={(status) => change({ status: status === "any" ? undefined : status })}
      />
      <Choice
        label={words.verdict}
        value={search.verdict ?? "any"}
        options={[["any", words.any], ...claimVerdicts.map((verdict) => [verdict, verdicts[verdict]] as const)]}
        onChange={(verdict) => change({ verdict: verdict === "any" ? undefined : verdict })}
      />
      <Choice
        label={words.origin}
        value={search.origin ?? "any"}
        options={[["any", words.any], ...claimOrigins.map((origin) => [origin, origins[origin]] as const)]}
        onChange={(origin) => change({ origin: origin === "any" ? undefined : origin })}
      />
    </form>
  );
}

/** Searches once somebody stops typing; what the address says wins when it changes from outside. */
function Search({ words: said, onChange }: { readonly words: string; readonly onChange: (words: string) => void }) {
  const words = useWords(claimWords);
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: string }>({ text: said, over: said });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const text = typed.over === said || typed.text === said ? typed.text : said;
  return (
    <div className="field claim-search">
      <label htmlFor={searchId}>{words.searchWords}</label>
      <input
        id={searchId}
        type="search"
        value={text}
        maxLength={200}
        autoComplete="off"
        onChange={({ target }) => {
          setTyped({ text: target.value, over: said });
          clearTimeout(timer.current);
          timer.current = setTimeout(() => onChange(target.value), settleMs);
        }}
      />
    </div>
  );
}
