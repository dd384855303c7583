import type { Budget } from "./exposure.ts";
import { chooseLanguage, languages, type Language } from "../words/languages.ts";

/** How somebody likes to see the console: kept in this browser alone. */
export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];
/** How quoted content is shown: as it is, blurred until pointed at, or without colour. */
export const veils = ["none", "blur", "grey"] as const;
export type Veil = (typeof veils)[number];
/** When a break is proposed: as the operator set it, never, or after so many pieces or minutes. */
export const breakItems = ["house", "10", "20", "40", "80", "never"] as const;
export const breakMinutes = ["house", "15", "30", "50", "90", "never"] as const;
export type Preferences = {
  readonly theme: Theme;
  readonly veil: Veil;
  /** Null: the language of the person's account, or before that is known the browser's. */
  readonly language: Language | null;
  readonly breakItems: (typeof breakItems)[number];
  readonly breakMinutes: (typeof breakMinutes)[number];
};

type Keep = Pick<Storage, "getItem" | "setItem">;

const key = "breakwater.preferences";
const standard: Preferences = {
  theme: "system",
  veil: "none",
  language: null,
  breakItems: "house",
  breakMinutes: "house",
};

export type PreferenceStore = {
  readonly get: () => Preferences;
  readonly set: (change: Partial<Preferences>) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

/** `keep`: null where the browser keeps nothing for us. */
export function createPreferenceStore(keep: Keep | null): PreferenceStore {
  const listeners = new Set<() => void>();
  let preferences = read(keep);
  return {
    get: () => preferences,
    set: (change) => {
      preferences = { ...preferences, ...change };
      try {
        keep?.setItem(key, JSON.stringify(preferences));
      } catch {
        // No room in the browser: the choice holds until the page is closed.
      }
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function read(keep: Keep | null): Preferences {
  try {
    const kept = JSON.parse(keep?.getItem(key) ?? "{}") as Partial<Record<keyof Preferences, unknown>>;
    const theme = themes.find((one) => one === kept.theme) ?? standard.theme;
    const veil = veils.find((one) => one === kept.veil) ?? standard.veil;
    const language = languages.find((one) => one === kept.language) ?? standard.language;
    const items = breakItems.find((one) => one === kept.breakItems) ?? standard.breakItems;
    const minutes = breakMinutes.find((one) => one === kept.breakMinutes) ?? standard.breakMinutes;
    return { theme, veil, language, breakItems: items, breakMinutes: minutes };
  } catch {
    return standard;
  }
}

/** After how much a break is proposed to this person. */
export function toBudget({ breakItems: items, breakMinutes: minutes }: Preferences, house: Budget): Budget {
  const choose = (own: string, usual: number | null): number | null =>
    own === "house" ? usual : own === "never" ? null : Number(own);
  return { items: choose(items, house.items), minutes: choose(minutes, house.minutes) };
}

export function resolveLanguage(chosen: Language | null, account: Language | null): Language {
  return chosen ?? account ?? chooseLanguage(globalThis.navigator.languages);
}
