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
${members.map((member, index) => drawNode(member, places[index]))}
${drawNames(members, places)}</svg>
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

function drawNode(member: AccountFinding, place: Place | undefined): Markup {
  if (place === undefined) return markup``;
  const label = say("network_node", {
    account: cutText(member.account, 60),
    role: roleWords[member.role],
    n: member.inStep,
  });
  const circle = markup`<circle cx="${place.x}" cy="${place.y}" r="${radiusOf(member)}"/>`;
  return markup`<g class="node ${plain(member.role)}"><title>${inAttribute(label)}</title>${circle}</g>\n`;
}

/** Names of the strongest, each only where it stands on no earlier one and on no node. */
function drawNames(members: readonly AccountFinding[], places: readonly Place[]): readonly Markup[] {
  const taken: Box[] = places.map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }));
  const names: Markup[] = [];
  for (const [index, member] of members.entries()) {
    const place = places[index];
    if (place === undefined || names.length >= caps.networkLabels) break;
    const name = cutText(member.account, 16);
    const isLeft = place.x > size.width * 0.72;
    const x = place.x + (isLeft ? -1 : 1) * (radiusOf(member) + 4);
    const width = toWidth(name);
    const box = { left: isLeft ? x - width : x, right: isLeft ? x : x + width, top: place.y - 7, bottom: place.y + 7 };
    if (taken.some((other) => overlap(box, other))) continue;
    taken.push(box);
    const anchor = plain(isLeft ? "end" : "start");
    names.push(markup`<text class="name" x="${x}" y="${place.y + 4}" text-anchor="${anchor}">${plain(name)}</text>`);
  }
  return names;
}

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** About as wide as eleven-pixel letters are; ideographs take twice the room. */
function toWidth(name: string): number {
  return Array.from(name, (letter) => (letter > "\u2E7F" ? 11 : 6.5)).reduce((sum, width) => sum + width, 0);
}

function radiusOf(member: AccountFinding): number {
  return member.role === "operator" ? 9 : 6;
}
