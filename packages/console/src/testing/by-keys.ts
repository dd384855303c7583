import type { Locator, Page } from "playwright-core";

/** Somebody who has no mouse: everything is done by what keys do. */
export type ByKeys = {
  readonly page: Page;
  /** Goes on by Tab until this has the focus. Throws where Tab does not lead there. */
  readonly reach: (target: Locator) => Promise<void>;
  /** Reaches it and presses Enter. */
  readonly run: (target: Locator) => Promise<void>;
  /** Reaches a field and writes into it. */
  readonly write: (field: Locator, text: string) => Promise<void>;
  /** Reaches a choice and goes by arrow to the option that says this. */
  readonly choose: (choice: Locator, option: string) => Promise<void>;
  /** Reaches a box and ticks it by Space. */
  readonly tick: (box: Locator) => Promise<void>;
  /** One key after the other. */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** How often a pointer touched the pages since then: to be 0. */
  readonly countTouches: () => Promise<number>;
};

/** Stops of Tab on a page; with more than this nobody gets anywhere by keyboard. */
const stopsMax = 120;
const touchesKey = "breakwater-touches";

export async function goByKeys(page: Page): Promise<ByKeys> {
  await page.evaluate(countTouches);
  await page.addInitScript(countTouches);
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const hasFocus = (target: Locator): Promise<boolean> =>
    target.evaluate((element) => element === element.ownerDocument.activeElement);
  const reach = async (target: Locator): Promise<void> => {
    await target.waitFor();
    for (let stops = 0; stops < stopsMax; stops += 1) {
      if (await hasFocus(target)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`Tab does not lead to ${String(target)}.`);
  };
  return {
    page,
    reach,
    press,
    run: async (target) => {
      await reach(target);
      await page.keyboard.press("Enter");
    },
    write: async (field, text) => {
      await reach(field);
      await page.keyboard.type(text);
    },
    choose: async (choice, option) => {
      await reach(choice);
      const options = await choice.locator("option").allTextContents();
      const now = await choice.evaluate((one) => (one as unknown as { readonly selectedIndex: number }).selectedIndex);
      const wanted = options.indexOf(option);
      if (wanted === -1) throw new Error(`There is no “${option}” among ${options.join(", ")}.`);
      for (let i = now; i !== wanted; i += Math.sign(wanted - now)) await press(wanted > now ? "ArrowDown" : "ArrowUp");
    },
    tick: async (box) => {
      await reach(box);
      await page.keyboard.press("Space");
    },
    countTouches: async () => Number(await page.evaluate(`sessionStorage.getItem("${touchesKey}") ?? 0`)),
  };
}

const countTouches = `for (const kind of ["pointerdown", "mousedown", "touchstart", "wheel"]) {
  addEventListener(kind, () => {
    sessionStorage.setItem("${touchesKey}", String(Number(sessionStorage.getItem("${touchesKey}") ?? 0) + 1));
  }, { capture: true, passive: true });
}`;
