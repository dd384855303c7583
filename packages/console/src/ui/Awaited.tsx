import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Pages } from "../api/queries.ts";
import { Failed } from "./Failed.tsx";
import { Waiting } from "./Waiting.tsx";

/** Stands where something asked for is not there: that it is awaited, or why it did not come. Nothing once it is there, or where nobody asks. */
export function Awaited({ what, reading }: { readonly what: string; readonly reading: UseQueryResult }) {
  const { data, error } = reading;
  if (data !== undefined) return null;
  if (error !== null) return <Failed what={what} error={error} onRetry={() => void reading.refetch()} />;
  return reading.fetchStatus === "idle" ? null : <Waiting what={what} />;
}

/** The same of a list; where it came and has nothing in it, `empty`. A list that could not be brought up to date says so above its rows. */
export function AwaitedList({
  what,
  pages: { items, isPending, error, reload },
  empty = null,
}: {
  readonly what: string;
  readonly pages: Pages<unknown>;
  readonly empty?: ReactNode;
}) {
  if (error !== null) return <Failed what={what} error={error} onRetry={reload} />;
  if (isPending) return <Waiting what={what} />;
  return items.length === 0 ? empty : null;
}
