import { expect, it } from "vitest";
import { createDesk, defaultSettings, machines, objectKinds } from "./index.ts";

it("CW-2 the door gives every machine and a desk to try them on", () => {
  expect(objectKinds.length).toBe(15);
  for (const kind of objectKinds) expect(machines[kind].name).toBe(kind);
  expect(createDesk({ settings: defaultSettings, activeDesks: [] }).events).toEqual([]);
});
