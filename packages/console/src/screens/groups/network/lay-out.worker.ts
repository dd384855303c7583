import iterate from "graphology-layout-forceatlas2/iterate.js";
import type { LayoutAnswer, LayoutTask } from "./layout-task.ts";

/** Moves in place what it is given, and tells where everything stands now and then; a thread of its own, so that the page goes on. */
const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<LayoutTask>) => void) | null;
  postMessage: (answer: LayoutAnswer, transfer: readonly Transferable[]) => void;
};
const perNode = 10;

scope.onmessage = ({ data: { nodes, edges, settings, iterations, tellEvery } }) => {
  for (let done = 1; done <= iterations; done += 1) {
    iterate(settings, nodes, edges);
    const isOver = done === iterations;
    if (!isOver && done % tellEvery !== 0) continue;
    const places = new Float32Array((nodes.length / perNode) * 2);
    for (let node = 0; node * perNode < nodes.length; node += 1) {
      places[node * 2] = nodes[node * perNode] ?? 0;
      places[node * 2 + 1] = nodes[node * perNode + 1] ?? 0;
    }
    scope.postMessage({ places, isOver }, [places.buffer]);
  }
};
