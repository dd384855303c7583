import { createContext, use, useEffect, useRef, useState, type ReactNode } from "react";
import { createKeySequence, isTyping } from "./key-sequence.ts";

/** Where a key works: on every page, or on the one that is shown. */
export type KeyPlace = "everywhere" | "page";
export type KeyBinding = {
  /** `j`, `?`, `g l`. */
  readonly keys: string;
  /** What it does, in words, for the list of keys. */
  readonly label: string;
  readonly run: () => void;
};
type Held = { readonly place: KeyPlace; readonly bindings: () => readonly KeyBinding[] };
type Registry = { readonly add: (held: Held) => () => void; readonly list: (place: KeyPlace) => readonly KeyBinding[] };

const KeysContext = createContext<Registry | null>(null);

export function Keys({ children }: { readonly children: ReactNode }) {
  const [registry] = useState(createRegistry);
  useEffect(() => {
    const sequence = createKeySequence();
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
      if (document.querySelector("dialog[open]") !== null) return;
      const all = [...registry.list("page"), ...registry.list("everywhere")];
      const found = sequence.press(event, event.timeStamp, new Set(all.map(({ keys }) => keys)));
      if (found === null) return;
      event.preventDefault();
      all.find(({ keys }) => keys === found)?.run();
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, [registry]);
  return <KeysContext value={registry}>{children}</KeysContext>;
}

function createRegistry(): Registry {
  const held = new Set<Held>();
  return {
    add: (one) => {
      held.add(one);
      return () => held.delete(one);
    },
    list: (place) => [...held].filter((one) => one.place === place).flatMap(({ bindings }) => bindings()),
  };
}

function useRegistry(): Registry {
  const registry = use(KeysContext);
  if (registry === null) throw new Error("Keys are asked for outside of <Keys>.");
  return registry;
}

/** Lets keys work for as long as the caller is drawn. They are told of in the list of keys. */
export function useKeys(place: KeyPlace, bindings: readonly KeyBinding[]): void {
  const registry = useRegistry();
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });
  useEffect(() => registry.add({ place, bindings: () => latest.current }), [registry, place]);
}

export function useKeyList(): (place: KeyPlace) => readonly KeyBinding[] {
  return useRegistry().list;
}
