import { expect, it } from "vitest";
import { screens } from "./table.ts";
import { screenKeys } from "./screen.ts";

it("has every screen once, each with a letter of its own", () => {
  expect(screens.map(({ key }) => key)).toEqual(screenKeys);
  expect(new Set(screens.map(({ letter }) => letter)).size).toBe(screens.length);
});
