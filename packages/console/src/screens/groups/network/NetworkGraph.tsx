import { useEffect, useMemo, useRef, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { nameThing } from "../parts/name-thing.ts";
import { useSpeech } from "../parts/use-speech.ts";
import { buildGraph } from "./build-graph.ts";
import { toLayoutTask } from "./layout-task.ts";
import type { NetworkIndex } from "./network-index.ts";
import { toNode, type NodeKey } from "./node-names.ts";
import { openPicture, type Picture, type PictureView } from "./open-picture.ts";
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

type Latest = Pick<NetworkGraphProps, "onChoose"> & { readonly view: PictureView };

/** The network on WebGL. For those who see it: what it shows stands in the tables beside it. */
export function NetworkGraph({ index, aliases, hidden, until, chosen, onChoose }: NetworkGraphProps) {
  const { words } = useSpeech();
  const box = useRef<HTMLDivElement>(null);
  const picture = useRef<Picture | null>(null);
  const [stage, setStage] = useState<"opening" | "drawn" | "settled">("opening");
  const latest = useRef<Latest | null>(null);
  const view = useMemo(
    () => ({ until, hidden, chosen: chosen === null ? null : toNode(chosen) }),
    [until, hidden, chosen],
  );
  // Before the picture opens: what it begins with, and whom it tells.
  useEffect(() => {
    latest.current = { view, onChoose };
    picture.current?.show(view);
  }, [view, onChoose]);

  useEffect(() => {
    const element = box.current;
    if (element === null || latest.current === null) return undefined;
    const places = placeAtFirst(index);
    const graph = buildGraph(index, {
      places,
      nameAccount: (account) => aliases.get(account) ?? "–",
      nameThing,
    });
    const opened = openPicture(element, graph, {
      task: toLayoutTask(index, places),
      colours: readColours(element, index.network.actions.at.length),
      view: latest.current.view,
      isStill: matchMedia("(prefers-reduced-motion: reduce)").matches,
      onDrawn: () => setStage("drawn"),
      onSettled: () => setStage("settled"),
      onChoose: (node) => latest.current?.onChoose(node),
    });
    picture.current = opened;
    return () => {
      picture.current = null;
      opened.close();
    };
  }, [index, aliases]);

  useEffect(() => {
    const night = matchMedia("(prefers-color-scheme: dark)");
    const recolour = (): void => {
      if (box.current !== null) picture.current?.recolour(readColours(box.current, index.network.actions.at.length));
    };
    night.addEventListener("change", recolour);
    return () => night.removeEventListener("change", recolour);
  }, [index]);

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
