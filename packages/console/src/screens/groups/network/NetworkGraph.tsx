import { useEffect, useMemo, useRef, useState } from "react";
import { useConsole, usePreferenceStore } from "../../../app/context.tsx";
import { Button } from "../../../ui/Button.tsx";
import { nameThing } from "../parts/name-thing.ts";
import { useSpeech } from "../parts/use-speech.ts";
import { buildGraph } from "./build-graph.ts";
import { toLayoutTask } from "./layout-task.ts";
import type { NetworkIndex } from "./network-index.ts";
import { toNode, type NodeKey } from "./node-names.ts";
import { openPicture, type Picture } from "./open-picture.ts";
import { readColours } from "./picture-colours.ts";
import { placeAtFirst } from "./start-layout.ts";

export type NetworkGraphProps = {
  readonly index: NetworkIndex;
  readonly aliases: ReadonlyMap<string, string>;
  readonly hidden: ReadonlySet<string>;
  readonly until: number | null;
  readonly chosen: NodeKey | null;
  readonly onChoose: (node: NodeKey | null) => void;
};

/** The network on WebGL. For those who see it: what it shows stands in the tables beside it. */
export function NetworkGraph({ index, aliases, hidden, until, chosen, onChoose }: NetworkGraphProps) {
  const { words } = useSpeech();
  const { theme } = usePreferenceStore(useConsole().preferences);
  const box = useRef<HTMLDivElement>(null);
  const picture = useRef<Picture | null>(null);
  const [stage, setStage] = useState<"opening" | "drawn" | "settled">("opening");
  const choose = useRef(onChoose);
  const view = useMemo(
    () => ({ until, hidden, chosen: chosen === null ? null : toNode(chosen) }),
    [until, hidden, chosen],
  );
  useEffect(() => {
    choose.current = onChoose;
  });

  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const places = placeAtFirst(index);
    const graph = buildGraph(index, {
      places,
      nameAccount: (account) => aliases.get(account) ?? "–",
      nameThing,
    });
    const opened = openPicture(element, graph, {
      task: toLayoutTask(index, places),
      colours: readColours(element),
      isStill: matchMedia("(prefers-reduced-motion: reduce)").matches,
      onDrawn: () => setStage("drawn"),
      onSettled: () => setStage("settled"),
      onChoose: (node) => choose.current(node),
    });
    picture.current = opened;
    return () => {
      picture.current = null;
      opened.close();
    };
  }, [index, aliases]);

  useEffect(() => picture.current?.show(view), [view, index, aliases]);

  useEffect(() => {
    const night = matchMedia("(prefers-color-scheme: dark)");
    const recolour = (): void => {
      if (box.current !== null) picture.current?.recolour(readColours(box.current));
    };
    recolour();
    night.addEventListener("change", recolour);
    return () => night.removeEventListener("change", recolour);
  }, [theme]);

  return (
    <div className="network" data-stage={stage}>
      <div ref={box} className="network-box" aria-hidden="true" />
      <div className="network-tools">
        <Button onClick={() => picture.current?.zoom("in")}>{words.zoomIn}</Button>
        <Button onClick={() => picture.current?.zoom("out")}>{words.zoomOut}</Button>
        <Button onClick={() => picture.current?.zoom("whole")}>{words.wholePicture}</Button>
        <span className="quiet small" role="status">
          {stage === "drawn" && words.laying}
        </span>
      </div>
    </div>
  );
}
