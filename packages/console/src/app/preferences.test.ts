import { expect, it } from "vitest";
import { createPreferenceStore, toBudget } from "./preferences.ts";

const usual = { theme: "system", veil: "none", language: null, breakItems: "house", breakMinutes: "house" };

function createKeep(kept: string | null = null) {
  let held = kept;
  return { getItem: () => held, setItem: (_key: string, value: string) => void (held = value) };
}

it("keeps what was chosen, and tells whoever listens", () => {
  const keep = createKeep();
  const store = createPreferenceStore(keep);
  let told = 0;
  const stop = store.subscribe(() => (told += 1));
  store.set({ theme: "dark", veil: "blur" });
  stop();
  store.set({ language: "zh-Hans" });
  expect(told).toBe(1);
  expect(createPreferenceStore(keep).get()).toEqual({ ...usual, theme: "dark", veil: "blur", language: "zh-Hans" });
});

it.each([null, "not JSON", '{"theme":"pink","veil":2,"language":7,"breakItems":"3","breakMinutes":50}', "[]"])(
  "takes %j for nothing chosen",
  (kept) => {
    expect(createPreferenceStore(createKeep(kept)).get()).toEqual(usual);
  },
);

it("holds a choice also where the browser keeps nothing", () => {
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new Error("QuotaExceededError");
    },
  };
  for (const keep of [null, full]) {
    const store = createPreferenceStore(keep);
    store.set({ theme: "light" });
    expect(store.get().theme).toBe("light");
  }
});

it("proposes a break as the operator set it, until somebody says otherwise for themselves", () => {
  const store = createPreferenceStore(null);
  const house = { items: 40, minutes: null };
  expect(toBudget(store.get(), house)).toEqual(house);
  store.set({ breakItems: "never", breakMinutes: "15" });
  expect(toBudget(store.get(), house)).toEqual({ items: null, minutes: 15 });
});
