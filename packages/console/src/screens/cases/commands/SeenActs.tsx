import { getCaseContext, getGroup } from "@breakwater/contract";
import { useRoute } from "../../../api/queries.ts";
import { useConsole, useFormat, useWords } from "../../../app/context.tsx";
import { Button } from "../../../ui/Button.tsx";
import { caseWords } from "../words/table.ts";
import { listSeenActs } from "./seen-acts.ts";

/** Offers what the detector saw these accounts do, where a detector's group led to the case: nobody types ids off a screen. */
export function SeenActs({
  caseId,
  accounts,
  onTake,
}: {
  readonly caseId: string;
  readonly accounts: readonly string[];
  readonly onTake: (ids: readonly string[]) => void;
}) {
  const words = useWords(caseWords);
  const format = useFormat();
  const { me } = useConsole();
  const { data: context } = useRoute(getCaseContext, { params: { id: caseId } });
  const group = context?.lead?.group ?? null;
  const isWanted = group !== null && me.scopes.includes("groups:read");
  const { data } = useRoute(getGroup, { params: { id: group ?? "" } }, { isWanted });
  const ids = data === undefined ? [] : listSeenActs(data, accounts);
  if (ids.length === 0) return null;
  return <Button onClick={() => onTake(ids)}>{words.takeSeenActs(format.number(ids.length), ids.length)}</Button>;
}
