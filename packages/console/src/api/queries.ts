import type { Route } from "@breakwater/contract";
import {
  QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from "@tanstack/react-query";
import { useRef } from "react";
import { useConsole } from "../app/context.tsx";
import { ApiError, isPassing } from "./api-error.ts";
import type { Answered, CallOptions } from "./client.ts";
import type { AnswerOf, ItemOf, PagedRoute, RequestOf } from "./route-types.ts";

const retriesMax = 3;

export function createQueryClient(): QueryClient {
  const retry = (failures: number, error: Error): boolean => failures < retriesMax && isPassing(error);
  return new QueryClient({
    defaultOptions: {
      queries: { retry, retryDelay: toDelay, staleTime: 5_000, gcTime: 300_000, throwOnError: false },
      mutations: { retry, retryDelay: toDelay },
    },
  });
}

function toDelay(failures: number, error: Error): number {
  const told = error instanceof ApiError && error.failure.kind === "problem" ? error.failure.retryAfterS : null;
  return told === null ? Math.min(1000 * 2 ** failures, 8000) : Math.min(told * 1000, 30_000);
}

/** The key under which answers of a route are kept: its id first, so that events find what they touch. */
export function toKey<R extends Route>(route: R, request?: RequestOf<R>): readonly unknown[] {
  return request === undefined ? [route.id] : [route.id, request];
}

export type Keeping = {
  /** False: not asked at all. */
  readonly isWanted?: boolean;
  /** Asked anew so often, ms, for what no event tells of. Not for what is written down each time that somebody opens it. */
  readonly everyMs?: number;
};

/** What a route answers, kept and kept up to date. */
export function useRoute<R extends Route>(
  route: R,
  request: RequestOf<R>,
  { isWanted = true, everyMs }: Keeping = {},
): UseQueryResult<AnswerOf<R>> {
  const { api } = useConsole();
  return useQuery({
    queryKey: toKey(route, request),
    queryFn: async ({ signal }) => (await api.call(route, request, { signal })).data,
    enabled: isWanted,
    refetchInterval: everyMs ?? false,
  }) as UseQueryResult<AnswerOf<R>>;
}

export type Pages<Item> = {
  readonly items: readonly Item[];
  readonly isPending: boolean;
  readonly isFetching: boolean;
  readonly error: Error | null;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly loadMore: () => void;
  readonly reload: () => void;
};

/** A list, page by page. */
export function usePages<R extends PagedRoute>(
  route: R,
  request: RequestOf<R>,
  { isWanted = true, everyMs }: Keeping = {},
): Pages<ItemOf<R>> {
  const { api } = useConsole();
  const result = useInfiniteQuery({
    queryKey: toKey(route, request),
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ signal, pageParam }) => {
      const { query = {} } = request as { readonly query?: object };
      return (await api.call(route, { ...request, query: { ...query, cursor: pageParam } }, { signal })).data;
    },
    getNextPageParam: (page) => (page as { readonly nextCursor: string | null }).nextCursor ?? undefined,
    enabled: isWanted,
    refetchInterval: everyMs ?? false,
  });
  return {
    items: (result.data?.pages ?? []).flatMap((page) => (page as { readonly items: readonly ItemOf<R>[] }).items),
    isPending: result.isPending,
    isFetching: result.isFetching,
    error: result.error,
    hasMore: result.hasNextPage,
    isLoadingMore: result.isFetchingNextPage,
    loadMore: () => void result.fetchNextPage(),
    reload: () => void result.refetch(),
  };
}

export type Command<R extends Route> = {
  readonly run: (request: RequestOf<R>, options?: Pick<CallOptions, "version">) => Promise<Answered<R>>;
  readonly isRunning: boolean;
  readonly error: Error | null;
  readonly reset: () => void;
};

/**
 * A changing call. Sent again by itself where nothing answered, always under one idempotency key, so that it happens once. Afterwards everything
 * on screen is asked anew: what a command changes elsewhere is the service's business to know.
 */
export function useCommand<R extends Route>(route: R): Command<R> {
  const { api } = useConsole();
  const client = useQueryClient();
  const key = useRef<string | null>(null);
  const { mutateAsync, isPending, error, reset } = useMutation({
    mutationFn: ({ request, version }: { readonly request: RequestOf<R>; readonly version: number | undefined }) =>
      api.call(route, request, {
        ...(version === undefined ? {} : { version }),
        ...(route.idempotent === true ? { idempotencyKey: (key.current ??= newKey()) } : {}),
      }),
    onSettled: async () => {
      key.current = null;
      await client.invalidateQueries();
    },
  });
  return {
    run: async (request, options = {}) => mutateAsync({ request, version: options.version }),
    isRunning: isPending,
    error,
    reset,
  };
}

/** 128 random bits. `crypto.randomUUID` is not there where the console is served without TLS. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
