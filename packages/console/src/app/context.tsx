import { createContext, use, useMemo, useSyncExternalStore, type ReactNode } from "react";
import type { Api } from "../api/client.ts";
import type { PersonMe } from "../api/person-me.ts";
import { createFormat, type Format } from "../words/format.ts";
import type { Language, WordTable } from "../words/languages.ts";
import type { ExposureStore } from "./exposure.ts";
import { resolveLanguage, type Preferences, type PreferenceStore } from "./preferences.ts";

type Console = {
  readonly api: Api;
  readonly me: PersonMe;
  readonly preferences: PreferenceStore;
  /** What they have read since their last break: theirs alone. */
  readonly exposure: ExposureStore;
  readonly format: Format;
};

const ConsoleContext = createContext<Console | null>(null);

export function ConsoleProvider({
  api,
  me,
  preferences,
  exposure,
  children,
}: Pick<Console, "api" | "me" | "preferences" | "exposure"> & { readonly children: ReactNode }) {
  const { language: chosen } = usePreferenceStore(preferences);
  const language = resolveLanguage(chosen, me.language);
  const value = useMemo(
    () => ({ api, me, preferences, exposure, format: getFormat(language) }),
    [api, me, preferences, exposure, language],
  );
  return <ConsoleContext value={value}>{children}</ConsoleContext>;
}

const formats = new Map<Language, Format>();

export function getFormat(language: Language): Format {
  const known = formats.get(language) ?? createFormat(language);
  formats.set(language, known);
  return known;
}

export function useConsole(): Console {
  const value = use(ConsoleContext);
  if (value === null) throw new Error("This part stands outside of the console.");
  return value;
}

export function useFormat(): Format {
  return useConsole().format;
}

/** The words of a table in the language of whoever looks. */
export function useWords<Words>(table: WordTable<Words>): Words {
  return table[useConsole().format.language];
}

export function usePreferenceStore(store: PreferenceStore): Preferences {
  return useSyncExternalStore(store.subscribe, store.get);
}
