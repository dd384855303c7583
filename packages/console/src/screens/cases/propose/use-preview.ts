import { previewProposal } from "@breakwater/contract";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { AnswerOf } from "../../../api/route-types.ts";
import { useConsole } from "../../../app/context.tsx";
import type { ProposalBody } from "./proposal-draft.ts";

export type Preview = {
  readonly data: AnswerOf<typeof previewProposal> | undefined;
  /** Whether it is of what stands in the form now. */
  readonly isCurrent: boolean;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly reload: () => void;
};

/** Nobody has stopped writing before this, ms. */
const restMs = 500;

/** What a proposal would do and say, asked for whenever somebody stops writing. Null: it cannot be asked yet. */
export function usePreview(caseId: string, body: ProposalBody | null): Preview {
  const { api, format } = useConsole();
  const text = body === null ? null : JSON.stringify(body);
  const [asked, setAsked] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), restMs);
    return () => clearTimeout(timer);
  }, [text]);
  const { data, error, isPlaceholderData, isPending, refetch } = useQuery({
    queryKey: [previewProposal.id, caseId, format.language, asked],
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const sent = JSON.parse(asked ?? "{}") as ProposalBody;
      return (await api.call(previewProposal, { params: { id: caseId }, body: sent }, { signal })).data;
    },
  });
  return {
    data: text === null ? undefined : data,
    isCurrent: text !== null && text === asked && !isPlaceholderData && data !== undefined,
    isPending: asked !== null && isPending,
    error: text === null ? null : error,
    reload: () => void refetch(),
  };
}
