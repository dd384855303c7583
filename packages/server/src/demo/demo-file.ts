import { existsSync, readFileSync, writeFileSync } from "node:fs";

type Kept = {
  /** When life begins, ms since 1970 UTC. */
  readonly liveAt: number;
  readonly seed: number;
  /** Chapters of the story. */
  readonly begun: readonly string[];
};

/** What a restart on the same data has to know of the demo. No secret is in it. */
export type DemoFile = {
  readonly liveAt: number;
  readonly seed: number;
  readonly isBegun: (chapter: string) => boolean;
  readonly noteBegun: (chapter: string) => void;
};

/** Life begins a little after the first start, so that the past is loaded by then. */
const loadingMs = 20_000;
const seed = 7;

export function openDemoFile(path: string, now: number): DemoFile {
  let kept: Kept = { liveAt: now + loadingMs, seed, begun: [] };
  const write = (): void => writeFileSync(path, JSON.stringify(kept));
  if (existsSync(path)) kept = { ...kept, ...(JSON.parse(readFileSync(path, "utf8")) as Partial<Kept>) };
  else write();
  return {
    liveAt: kept.liveAt,
    seed: kept.seed,
    isBegun: (chapter) => kept.begun.includes(chapter),
    noteBegun: (chapter) => {
      kept = { ...kept, begun: [...kept.begun, chapter] };
      write();
    },
  };
}
