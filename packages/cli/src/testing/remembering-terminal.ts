import type { Terminal } from "../terminal/terminal.ts";

export type RememberingTerminal = Terminal & { readonly said: { out: string; err: string } };

/** A terminal that remembers what was said to it. */
export function openRememberingTerminal(): RememberingTerminal {
  const said = { out: "", err: "" };
  return {
    said,
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    isWatched: false,
    env: { LANG: "en_GB.UTF-8" },
  };
}
