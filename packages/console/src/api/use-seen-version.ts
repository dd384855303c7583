import { useState } from "react";
import { ApiError } from "./api-error.ts";

/**
 * The version that somebody looked at when they began, for `If-Match`: what comes in meanwhile by itself they may not have seen. Once they were
 * told that it is old, the one that is shown since.
 */
export function useSeenVersion<V extends number | undefined>(shown: V, error: Error | null): V {
  const [begun] = useState(shown);
  return isOutdated(error) ? shown : begun;
}

/** Somebody was faster. */
export function isOutdated(error: Error | null): boolean {
  return error instanceof ApiError && error.code === "precondition_failed";
}
