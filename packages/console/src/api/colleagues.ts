import { listColleagues, type colleague } from "@breakwater/contract";
import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import { useConsole } from "../app/context.tsx";

export type Colleague = z.infer<typeof colleague>;

const freshForMs = 600_000;

/** The operator's people by their ids; nobody while they are being asked for. */
export function useColleagues(): ReadonlyMap<string, Colleague> {
  const { api } = useConsole();
  const { data } = useQuery({
    queryKey: [listColleagues.id],
    staleTime: freshForMs,
    queryFn: async ({ signal }) => {
      const found = new Map<string, Colleague>();
      for (let cursor: string | undefined = ""; cursor !== undefined;) {
        const query: { limit: number; cursor?: string } = { limit: 200, ...(cursor === "" ? {} : { cursor }) };
        const { data: page } = await api.call(listColleagues, { query }, { signal });
        for (const one of page.items) found.set(one.id, one);
        cursor = page.nextCursor ?? undefined;
      }
      return found;
    },
  });
  return data ?? nobody;
}

const nobody: ReadonlyMap<string, Colleague> = new Map();
