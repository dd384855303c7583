import Sigma from "sigma";
import type { Settings } from "sigma/settings";
import { EdgeLineProgram } from "sigma/rendering";
import type { EdgeFacts, NodeFacts, PictureGraph } from "./build-graph.ts";
import type { LayoutAnswer, LayoutTask } from "./layout-task.ts";
import { parseNode, type NodeKey } from "./node-names.ts";
import type { PictureColours } from "./picture-colours.ts";

/** What of the graph is to be seen. */
export type PictureView = {
  /** Actions after it are not drawn yet; null: all are. */
  readonly until: number | null;
  readonly hidden: ReadonlySet<string>;
  readonly chosen: string | null;
};

export type Picture = {
  readonly show: (view: PictureView) => void;
  readonly recolour: (colours: PictureColours) => void;
  readonly zoom: (how: "in" | "out" | "whole") => void;
  readonly close: () => void;
};

export type PictureOptions = {
  readonly task: LayoutTask;
  readonly colours: PictureColours;
  readonly view: PictureView;
  readonly isStill: boolean;
  readonly onDrawn: () => void;
  /** The arrangement has come to rest. */
  readonly onSettled: () => void;
  readonly onChoose: (node: NodeKey | null) => void;
};

const zoomStep = 1.6;

/** Draws the graph into the box and arranges it in a thread of its own, until it is closed. Throws where there is no WebGL. */
export function openPicture(box: HTMLElement, graph: PictureGraph, options: PictureOptions): Picture {
  let { colours, view } = options;
  let seen = listSeen(graph, view);
  const isBeside = (node: string): boolean =>
    view.chosen === null || node === view.chosen || graph.areNeighbors(node, view.chosen);
  const sigma = new Sigma<NodeFacts, EdgeFacts>(graph, box, {
    ...toSettings(colours),
    nodeReducer: (node, { x, y, size, label, role }) => {
      if (!seen.nodes.has(node)) return { x, y, size, label: "", color: colours.faint, hidden: true };
      if (!isBeside(node)) return { x, y, size, label: "", color: colours.faint };
      const isChosen = node === view.chosen;
      return { x, y, size: isChosen ? size * 1.5 : size, label, color: isChosen ? colours.chosen : colours[role] };
    },
    edgeReducer: (edge) => {
      const [one, other] = graph.extremities(edge);
      const isOn = view.chosen !== null && (one === view.chosen || other === view.chosen);
      return {
        size: 1,
        color: isOn ? colours.chosen : colours.edge,
        hidden: !seen.edges.has(edge) || (view.chosen !== null && !isOn),
      };
    },
  });
  sigma.once("afterRender", options.onDrawn);
  sigma.on("clickNode", ({ node }) => options.onChoose(parseNode(node)));
  sigma.on("clickStage", () => options.onChoose(null));
  const stopWheel = keepWheel(box);
  const watch = new ResizeObserver(() => sigma.scheduleRender());
  watch.observe(box);
  const stopLayout = layOut(options, (places) => {
    let node = 0;
    graph.updateEachNodeAttributes(
      (_, facts) => {
        const moved = { ...facts, x: places[node * 2] ?? facts.x, y: places[node * 2 + 1] ?? facts.y };
        node += 1;
        return moved;
      },
      { attributes: ["x", "y"] },
    );
  });
  return {
    show: (next) => {
      if (next === view) return;
      view = next;
      seen = listSeen(graph, view);
      sigma.refresh({ skipIndexation: true, schedule: true });
    },
    recolour: (next) => {
      colours = next;
      sigma.setSettings(toSettings(colours));
    },
    zoom: (how) => {
      const camera = sigma.getCamera();
      const { ratio } = camera;
      const place =
        how === "whole"
          ? { x: 0.5, y: 0.5, ratio: 1, angle: 0 }
          : { ratio: how === "in" ? ratio / zoomStep : ratio * zoomStep };
      if (options.isStill) camera.setState(place);
      else void camera.animate(place, { duration: 200 });
    },
    close: () => {
      stopLayout();
      stopWheel();
      watch.disconnect();
      sigma.kill();
    },
  };
}

/** Nodes and edges that are to be seen: an account from its first action on, a thing from the first on it. */
function listSeen(
  graph: PictureGraph,
  { until, hidden }: PictureView,
): { readonly nodes: ReadonlySet<string>; readonly edges: ReadonlySet<string> } {
  const [nodes, edges] = [new Set<string>(), new Set<string>()];
  graph.forEachEdge((edge, { at, layer }, source, target) => {
    if ((until !== null && at > until) || hidden.has(layer)) return;
    edges.add(edge);
    nodes.add(source).add(target);
  });
  return { nodes, edges };
}

function toSettings(colours: PictureColours): Partial<Settings<NodeFacts, EdgeFacts>> {
  return {
    allowInvalidContainer: true,
    defaultEdgeType: "line",
    edgeProgramClasses: { line: EdgeLineProgram },
    labelColor: { color: colours.ink },
    labelFont: "system-ui, sans-serif",
    labelSize: 12,
    labelRenderedSizeThreshold: 6,
    labelDensity: 0.6,
    minCameraRatio: 0.02,
    maxCameraRatio: 4,
    hideEdgesOnMove: false,
    stagePadding: 24,
    defaultDrawNodeHover: (context, { x, y, size, label }) => {
      if (label === null || label === "") return;
      context.font = "600 12px system-ui, sans-serif";
      const width = context.measureText(label).width + 12;
      context.fillStyle = colours.raised;
      context.strokeStyle = colours.line;
      context.beginPath();
      context.roundRect(x + size + 3, y - 11, width, 22, 4);
      context.fill();
      context.stroke();
      context.fillStyle = colours.ink;
      context.fillText(label, x + size + 9, y + 4);
    },
  };
}

/** The wheel scrolls the page, and zooms with Ctrl alone: nobody gets stuck on the picture. Returns how to end that. */
function keepWheel(box: HTMLElement): () => void {
  const keep = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
  };
  box.addEventListener("wheel", keep, { capture: true, passive: true });
  return () => box.removeEventListener("wheel", keep, { capture: true });
}

/** Runs the forces in a thread. Where somebody wants less motion, only where everything came to rest is shown. Returns how to end it. */
function layOut({ task, isStill, onSettled }: PictureOptions, move: (places: Float32Array) => void): () => void {
  const worker = new Worker(new URL("./lay-out.worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data: { places, isOver } }: MessageEvent<LayoutAnswer>) => {
    if (isOver || !isStill) move(places);
    if (!isOver) return;
    worker.terminate();
    onSettled();
  });
  worker.postMessage(task, [task.nodes.buffer, task.edges.buffer]);
  return () => worker.terminate();
}
