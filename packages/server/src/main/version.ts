import { readFileSync } from "node:fs";

/** The product's version: that of every package. */
export const productVersion: string = (
  JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { readonly version: string }
).version;
