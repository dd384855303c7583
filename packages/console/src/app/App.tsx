import { getMe } from "@breakwater/contract";
import { QueryClientProvider, useQuery } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useEffect, useMemo } from "react";
import { isSignedOut } from "../api/api-error.ts";
import { createApi } from "../api/client.ts";
import type { PersonMe } from "../api/person-me.ts";
import { createQueryClient, toKey } from "../api/queries.ts";
import type { Language } from "../words/languages.ts";
import { ConsoleProvider, usePreferenceStore } from "./context.tsx";
import { Entrance, type EntranceState } from "./Entrance.tsx";
import { createExposureStore } from "./exposure.ts";
import { createPreferenceStore, resolveLanguage } from "./preferences.ts";
import { keepPlace, takePlace } from "./return-place.ts";
import { router } from "./router.tsx";

const keep = findKeep();
const preferences = createPreferenceStore(keep);
const queries = createQueryClient();
const meKey = toKey(getMe, {});

const api = createApi({
  fetch: (input, init) => globalThis.fetch(input, init),
  language: () => resolveLanguage(preferences.get().language, getAccountLanguage()),
  onSignedOut: () => {
    // Signing in leads back to where one was.
    keepPlace();
    location.assign("/login");
  },
});

function getAccountLanguage(): Language | null {
  return queries.getQueryData<Partial<PersonMe>>(meKey)?.language ?? null;
}

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <Door />
    </QueryClientProvider>
  );
}

/** Asks who comes, and lets people in. */
function Door() {
  const { data, error, refetch } = useQuery({
    queryKey: meKey,
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const answered = await api.call(getMe, {}, { signal });
      takePlace();
      return answered.data;
    },
  });
  const me = data?.kind === "person" ? data : null;
  const { theme, language: chosen } = usePreferenceStore(preferences);
  const language = resolveLanguage(chosen, me?.language ?? null);

  useEffect(() => {
    if (theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
    document.documentElement.lang = language;
  }, [theme, language]);

  const id = me?.id ?? "";
  const exposure = useMemo(() => createExposureStore(keep, id, Date.now), [id]);

  if (me === null) {
    return <Entrance state={toState(data?.kind, error)} language={language} onRetry={() => void refetch()} />;
  }
  return (
    <ConsoleProvider api={api} me={me} preferences={preferences} exposure={exposure}>
      <RouterProvider router={router} />
    </ConsoleProvider>
  );
}

function toState(kind: "token" | "person" | undefined, error: Error | null): EntranceState {
  if (kind === "token") return { kind };
  return error === null || isSignedOut(error) ? { kind: "waiting" } : { kind: "failed", error };
}

/** Some browsers keep nothing, and say so by throwing. */
function findKeep(): Storage | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}
