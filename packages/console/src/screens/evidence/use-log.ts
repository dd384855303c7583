import { readLedgerCheckpoint } from "@breakwater/contract";
import { parseCheckpoint } from "@breakwater/ledger/verifier";
import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { toKey } from "../../api/queries.ts";
import { useConsole } from "../../app/context.tsx";
import { readKeptHead, writeKeptHead, type Keep } from "./verify/kept-head.ts";
import { readLog, type LogView } from "./verify/read-log.ts";

export type LogSeen = { readonly view: LogView; readonly isKept: boolean };

const emptyMs = 3000;

function isEmpty(seen: LogSeen | undefined): boolean {
  return seen?.view.kind === "empty" || (seen?.view.kind === "proven" && seen.view.head.checkpoint.size === 0);
}

/** The log as it stood when somebody came, judged. It moves on only when asked to: who reads entries wants them under one head. */
export function useLog(): UseQueryResult<LogSeen> {
  const { api } = useConsole();
  return useQuery<LogSeen>({
    queryKey: ["evidence.log"],
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    // Until there is a first entry there is nothing to hold still.
    refetchInterval: (query) => (isEmpty(query.state.data) ? emptyMs : false),
    queryFn: async ({ signal }): Promise<LogSeen> => {
      const keep = findKeep();
      const view = await readLog(api, keep === null ? null : readKeptHead(keep), signal);
      if (view.kind !== "proven" || view.head.checkpoint.size === 0) return { view, isKept: keep !== null };
      const { note, firstKey } = view;
      const isKept = keep !== null && writeKeptHead(keep, { note, firstKey, seenAt: Date.now() });
      return { view, isKept };
    },
  });
}

/** How many entries there are by now; events keep it up to date. */
export function useNewestSize(): number | null {
  const { api } = useConsole();
  const { data } = useQuery({
    queryKey: toKey(readLedgerCheckpoint, {}),
    queryFn: async ({ signal }) => parseCheckpoint(await api.read(readLedgerCheckpoint, {}, { signal }))?.size ?? null,
  });
  return data ?? null;
}

function findKeep(): Keep | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}
