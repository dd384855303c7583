import { useQueryClient, type Query } from "@tanstack/react-query";
import { createContext, use, useEffect, useState, type ReactNode } from "react";
import { useConsole } from "../../app/context.tsx";
import { makeOld } from "../queries.ts";
import type { LineState, LiveState } from "./line-state.ts";
import { createNoticeBatch } from "./notice-batch.ts";
import { openSharedLine } from "./shared-line.ts";
import type { Touch } from "./touches.ts";

const LiveContext = createContext<LiveState>("off");

/** Keeps what is on screen up to date for as long as it stands. */
export function LiveUpdates({ children }: { readonly children: ReactNode }) {
  const { me } = useConsole();
  const client = useQueryClient();
  const mayRead = me.scopes.includes("events:read");
  const [state, setState] = useState<LineState>("connecting");

  useEffect(() => {
    if (!mayRead) return undefined;
    const batch = createNoticeBatch({
      flush: (touched) => {
        const isOld = (query: Query): boolean => touched === "all" || touched.some((touch) => isTouched(query, touch));
        void makeOld(client, isOld);
      },
      later: (run, ms) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    });
    const line = openSharedLine({ onNotice: batch.add, onGap: batch.addAll, onState: setState });
    return () => {
      line.close();
      batch.stop();
    };
  }, [client, mayRead]);

  return <LiveContext value={mayRead ? state : "off"}>{children}</LiveContext>;
}

function isTouched({ queryKey }: Query, { route, id }: Touch): boolean {
  if (queryKey[0] !== route) return false;
  const asked = (queryKey[1] as { readonly params?: { readonly id?: string } } | undefined)?.params?.id;
  return id === undefined || asked === undefined || asked === id;
}

export function useLiveState(): LiveState {
  return use(LiveContext);
}
