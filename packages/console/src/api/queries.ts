import type { Route } from "@breakwater/contract";
import {
  QueryClient,
  type Query,
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
  /** So much of it is shown that it is not kept up to date: see `beginAnew`. */
  readonly isLong: boolean;
  /** From its first page. */
  readonly beginAnew: () => void;
  readonly reload: () => void;
};

const movingMs = 3000;
/** A list of more pages is not asked anew by itself, nor by a notice: every page would be. */
const keptPagesMax = 5;

function listItems<R extends PagedRoute>(pages: readonly unknown[] = []): readonly ItemOf<R>[] {
  return pages.flatMap((page) => (page as { readonly items: readonly ItemOf<R>[] }).items);
}

function isLongList({ state }: Pick<Query, "state">): boolean {
  const { pages } = (state.data ?? {}) as { readonly pages?: readonly unknown[] };
  return Array.isArray(pages) && pages.length > keptPagesMax;
}

const isShortList = (query: Pick<Query, "state">): boolean => !isLongList(query);

/** What is held and fits is old: what is on screen is asked anew, but for long lists. */
export async function makeOld(client: QueryClient, isOld: (query: Query) => boolean = () => true): Promise<void> {
  const [short, long] = [isShortList, isLongList].map((fits) => (query: Query) => fits(query) && isOld(query));
  await Promise.all([
    client.invalidateQueries({ predicate: short }),
    client.invalidateQueries({ predicate: long, refetchType: "none" }),
  ]);
}

/** A list, page by page. */
export function usePages<R extends PagedRoute>(
  route: R,
  request: RequestOf<R>,
  {
    isWanted = true,
    everyMs,
    isMoving = () => false,
  }: Keeping & {
    /** Whether the items will change soon without any event that tells of it: then they are asked for again and again. */
    readonly isMoving?: (items: readonly ItemOf<R>[]) => boolean;
  } = {},
): Pages<ItemOf<R>> {
  const { api } = useConsole();
  const client = useQueryClient();
  const queryKey = toKey(route, request);
  const result = useInfiniteQuery({
    queryKey,
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ signal, pageParam }) => {
      const { query = {} } = request as { readonly query?: object };
      return (await api.call(route, { ...request, query: { ...query, cursor: pageParam } }, { signal })).data;
    },
    getNextPageParam: (page) => (page as { readonly nextCursor: string | null }).nextCursor ?? undefined,
    enabled: isWanted,
    refetchInterval: (query) => {
      if (isLongList(query)) return false;
      return isMoving(listItems<R>(query.state.data?.pages)) ? movingMs : (everyMs ?? false);
    },
    refetchOnMount: isShortList,
    refetchOnWindowFocus: isShortList,
    refetchOnReconnect: isShortList,
  });
  return {
    items: listItems<R>(result.data?.pages),
    isPending: result.isPending,
    isFetching: result.isFetching,
    error: result.error,
    hasMore: result.hasNextPage,
    isLoadingMore: result.isFetchingNextPage,
    loadMore: () => void result.fetchNextPage(),
    reload: () => void result.refetch(),
    isLong: (result.data?.pages.length ?? 0) > keptPagesMax,
    beginAnew: () => void client.resetQueries({ queryKey, exact: true }),
  };
}

type RunOptions = Pick<CallOptions, "version" | "file">;

export type Command<R extends Route> = {
  readonly run: (request: RequestOf<R>, options?: RunOptions) => Promise<Answered<R>>;
  readonly isRunning: boolean;
  readonly error: Error | null;
  readonly reset: () => void;
};

/**
 * A changing call. Sent again by itself where nothing answered, if that cannot happen twice: by its method, or by an idempotency key that is kept.
 * Afterwards everything on screen is asked anew: what a command changes elsewhere is the service's business to know.
 */
export function useCommand<R extends Route>(route: R): Command<R> {
  const { api } = useConsole();
  const client = useQueryClient();
  const key = useRef<string | null>(null);
  const { mutateAsync, isPending, error, reset } = useMutation({
    // What was done though no answer came would be done twice.
    ...(mayRepeat(route) ? {} : { retry: false }),
    mutationFn: ({ request, options }: { readonly request: RequestOf<R>; readonly options: RunOptions }) =>
      api.call(route, request, {
        ...options,
        ...(route.idempotent === true ? { idempotencyKey: (key.current ??= newKey()) } : {}),
      }),
    onSettled: async () => {
      key.current = null;
      await makeOld(client);
    },
  });
  return {
    run: async (request, options = {}) => mutateAsync({ request, options }),
    isRunning: isPending,
    error,
    reset,
  };
}

/** Whether the same call, sent once more, has the effect of one: by its key, or by what it is. */
function mayRepeat({ idempotent, method }: Route): boolean {
  return idempotent === true || method !== "POST";
}

/** 128 random bits. `crypto.randomUUID` is not there where the console is served without TLS. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
