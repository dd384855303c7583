import type { AccountFinding, Edge, Group } from "@breakwater/engine";
import { roleWords } from "../words/terms.ts";
import { say } from "../words/catalogue.ts";
import { caps, cutText } from "./caps.ts";
import { layOut, type LayoutEdge, type Place } from "./layout.ts";
import { inAttribute, markup, plain, type Markup } from "./markup.ts";

const size = { width: 520, height: 340, margin: 34 } as const;

/** Who was in step with whom. The strongest accounts, and among them the edges seen most often. */
export function networkFigure(group: Group): Markup {
  const members = group.accounts.slice(0, caps.networkNodes);
  const edges = toDrawnEdges(members, group.edges);
  const places = layOut(members.length, edges).map(toPicture);
  const id = `net-${group.id}`;
  const capped =
    members.length < group.accounts.length
      ? markup` ${say("network_capped", { shown: members.length, total: group.accounts.length })}`
      : null;
  return markup`<figure class="network"><h4 id="${plain(id)}">${say("network_title")}</h4>
<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-labelledby="${plain(id)}">
<g class="links">${drawEdges(edges, places)}</g>
${members.map((member, index) => drawNode(member, places[index], index))}</svg>
<figcaption>${say("network_note")}${capped}</figcaption></figure>`;
}

/** Edges of one pair over several layers are one line. */
function toDrawnEdges(members: readonly AccountFinding[], edges: readonly Edge[]): readonly LayoutEdge[] {
  const place = new Map(members.map((member, index) => [member.account, index]));
  const weights = new Map<number, number>();
  for (const { source, target, observed } of edges) {
    const [a, b] = [place.get(source), place.get(target)];
    if (a === undefined || b === undefined || a === b) continue;
    const key = Math.min(a, b) * members.length + Math.max(a, b);
    weights.set(key, (weights.get(key) ?? 0) + observed);
  }
  return [...weights]
    .sort((one, other) => other[1] - one[1] || one[0] - other[0])
    .slice(0, caps.networkEdges)
    .map(([key, weight]) => ({ from: Math.floor(key / members.length), to: key % members.length, weight }));
}

function toPicture({ x, y }: Place): Place {
  return {
    x: Math.round(size.margin + x * (size.width - 2 * size.margin)),
    y: Math.round(size.margin + y * (size.height - 2 * size.margin)),
  };
}

/** Lines of about equal weight share one path: three paths weigh far less than hundreds of lines. */
function drawEdges(edges: readonly LayoutEdge[], places: readonly Place[]): readonly Markup[] {
  const most = Math.max(1e-9, ...edges.map((edge) => edge.weight));
  return [1, 2, 3].map((band) => {
    const inBand = edges.filter((edge) => Math.min(3, 1 + Math.floor((edge.weight / most) * 3)) === band);
    const path = inBand.map(({ from, to }) => {
      const [a, b] = [places[from], places[to]];
      return a === undefined || b === undefined ? "" : `M${a.x} ${a.y}L${b.x} ${b.y}`;
    });
    return markup`<path class="w${band}" d="${plain(path.join(""))}"/>`;
  });
}

function drawNode(member: AccountFinding, place: Place | undefined, index: number): Markup {
  if (place === undefined) return markup``;
  const label = say("network_node", {
    account: cutText(member.account, 60),
    role: roleWords[member.role],
    n: member.inStep,
  });
  const radius = member.role === "operator" ? 9 : 6;
  const isLeft = place.x > size.width * 0.72;
  const name =
    index < caps.networkLabels
      ? markup`<text x="${place.x + (isLeft ? -radius - 4 : radius + 4)}" y="${place.y + 4}" text-anchor="${plain(isLeft ? "end" : "start")}">${plain(cutText(member.account, 16))}</text>`
      : null;
  return markup`<g class="node ${plain(member.role)}"><title>${inAttribute(label)}</title><circle cx="${place.x}" cy="${place.y}" r="${radius}"/>${name}</g>\n`;
}
