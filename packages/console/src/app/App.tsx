import { getMe } from "@breakwater/contract";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { isSignedOut } from "../api/api-error.ts";
import { createApi } from "../api/client.ts";
import type { PersonMe } from "../api/person-me.ts";
import { createQueryClient } from "../api/queries.ts";
import { ConsoleProvider, usePreferenceStore } from "./context.tsx";
import { createPreferenceStore, resolveLanguage } from "./preferences.ts";
import { keepPlace, takePlace } from "./return-place.ts";
import { router } from "./router.tsx";
import { Entrance, type EntranceState } from "./Entrance.tsx";

const preferences = createPreferenceStore(findKeep());
const queries = createQueryClient();
let accountLanguage: PersonMe["language"] | null = null;
const getLanguage = (): PersonMe["language"] => resolveLanguage(preferences.get().language, accountLanguage);

const api = createApi({
  fetch: (input, init) => globalThis.fetch(input, init),
  language: getLanguage,
  onSignedOut: () => leave(),
});

/** The session is over: signing in leads back to where one was. */
function leave(): void {
  keepPlace();
  location.assign("/login");
}

export function App() {
  const [me, setMe] = useState<PersonMe | null>(null);
  const [state, setState] = useState<EntranceState>({ kind: "waiting" });
  const { theme, language } = usePreferenceStore(preferences);

  useEffect(() => {
    if (theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
    document.documentElement.lang = resolveLanguage(language, me?.language ?? null);
  }, [theme, language, me]);

  const enter = async (): Promise<void> => {
    setState({ kind: "waiting" });
    try {
      const { data } = await api.call(getMe, {});
      if (data.kind !== "person") return setState({ kind: "token" });
      accountLanguage = data.language;
      takePlace();
      setMe(data);
    } catch (error) {
      if (isSignedOut(error)) return;
      setState({ kind: "failed", error: error instanceof Error ? error : new Error(String(error)) });
    }
  };
  useEffect(() => void enter(), []);

  if (me === null) return <Entrance state={state} language={getLanguage()} onRetry={() => void enter()} />;
  return (
    <QueryClientProvider client={queries}>
      <ConsoleProvider api={api} me={me} preferences={preferences}>
        <RouterProvider router={router} />
      </ConsoleProvider>
    </QueryClientProvider>
  );
}

/** Some browsers keep nothing, and say so by throwing. */
function findKeep(): Storage | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}
