import type { Config } from "../config/schema.ts";
import type { Layout } from "./layout.ts";

/** What every thread of the service starts from; plain data. */
export type Setup = {
  readonly config: Config;
  readonly layout: Layout;
  /** Where people and platforms reach the service, without a path. */
  readonly publicUrl: string;
  readonly sealKey: Uint8Array;
};
