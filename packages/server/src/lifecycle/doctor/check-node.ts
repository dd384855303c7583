import type { Examination } from "./examine.ts";
import { find, type Finding } from "./finding.ts";

const majorMin = 24;

export function checkNode({ nodeVersion }: Examination): readonly Finding[] {
  const fits = Number(nodeVersion.split(".")[0]) >= majorMin;
  return [find("node", fits ? "node_fits" : "node_old", { version: nodeVersion, needed: majorMin })];
}
