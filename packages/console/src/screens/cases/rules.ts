import { listPolicies, type publicRule } from "@breakwater/contract";
import type { z } from "zod";
import { useRoute } from "../../api/queries.ts";

export type Rule = z.infer<typeof publicRule>;

/** The rules that hold here today: nobody is held to others. */
export function useRulesInForce(): {
  readonly rules: readonly Rule[];
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly reload: () => Promise<unknown>;
} {
  const { data, isPending, error, refetch } = useRoute(listPolicies, {});
  const rules = (data?.items ?? []).filter(({ status }) => status === "in_force");
  return { rules, isPending, error: data === undefined ? error : null, reload: refetch };
}
