import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe } from "vitest";
import { openHouse, type House, type HouseOptions } from "./open-house.ts";
import { browserNote, isBrowserMissing, openBrowser, visit, type Visit, type Where } from "./visit.ts";

const openMs = 240_000;

/** What tests in a browser are given: named while they are collected, there once the first of them runs. */
export type Stage = {
  readonly house: House;
  readonly visit: (where: Where) => Promise<Visit>;
  /** A page of somebody outside, who holds a link at most. */
  readonly openOutside: () => Promise<Page>;
};

/** Tests with a house and a browser of their own, closed after them; where no browser is, they are left out, and their name says so. */
export function describeInBrowser(name: string, options: HouseOptions, tests: (stage: Stage) => void): void {
  describe.skipIf(isBrowserMissing)(`${name} in a browser${browserNote}`, () => {
    let opened: readonly [House, Browser] | null = null;
    const get = (): readonly [House, Browser] => {
      if (opened === null) throw new Error("The house is opened before the first test, not while tests are collected.");
      return opened;
    };
    beforeAll(async () => {
      opened = await Promise.all([openHouse(options), openBrowser()]);
    }, openMs);
    afterAll(async () => {
      await opened?.[1].close();
      await opened?.[0].close();
    });
    tests({
      house: new Proxy({} as House, { get: (_, member) => Reflect.get(get()[0], member) as unknown }),
      visit: (where) => visit(get()[1], get()[0], where),
      openOutside: async () => (await get()[1].newContext({ locale: "en" })).newPage(),
    });
  });
}
