import { isSufficient, type Findings, type Group } from "@breakwater/engine";
import { kindWords } from "../words/terms.ts";
import { say } from "../words/catalogue.ts";
import { toFigure } from "../outputs/csv.ts";
import { caps } from "./caps.ts";
import { inAttribute, inSvg, markup, plain, type Markup } from "./markup.ts";

const size = { width: 720, height: 400, left: 46, right: 20, top: 18, bottom: 44 } as const;
/** Smaller levels than 10^-300 are no numbers any more. */
const strengthMax = 300;

/**
 * Each group as a point: coordinated to the right, inauthentic (of the isSufficient that
 * can make a campaign) upwards, both as minus the tenth logarithm of the
 * adjusted level, compressed. The dashed lines are the level of the test: only what lies beyond both is a campaign.
 */
export function axesPicture({ groups, fdr }: Findings): Markup {
  const points = groups.slice(0, caps.groupsListed).map((group) => ({ group, ...toPoint(group) }));
  const scale = toScale(Math.max(6, ...points.map((point) => Math.max(point.coordinated, point.inauthentic))));
  const level = strengthOf(fdr);
  const [x, y] = [toX(scale(level)), toY(scale(level))];
  const [right, bottom] = [size.width - size.right, size.height - size.bottom];
  const dots = dodge(
    points.map(({ group, coordinated, inauthentic }) => ({
      group,
      x: toX(scale(coordinated)),
      y: toY(scale(inauthentic)),
      radius: Math.min(22, 9 + Math.sqrt(group.accounts.length)),
    })),
  );
  const isNamed = dots.length <= 60;
  return markup`<svg class="axes" viewBox="0 0 ${size.width} ${size.height}" role="group" aria-labelledby="axes-title">
<rect class="field" x="${size.left}" y="${size.top}" width="${right - size.left}" height="${bottom - size.top}" rx="4"/>
<rect class="corner" x="${x}" y="${size.top}" width="${right - x}" height="${y - size.top}"/>
<path class="level" d="M${x} ${size.top}V${bottom}M${size.left} ${y}H${right}"/>
<text class="quadrant" x="${x + 10}" y="${y - 10}">${inSvg(say("axes_campaign"))}</text>
<text class="quadrant" x="${x + 10}" y="${y + 20}">${inSvg(say("axes_unknown"))}</text>
<text class="tick" x="${x}" y="${bottom + 16}" text-anchor="middle">${inSvg(say("axes_level"))}</text>
<text class="axis" x="${right}" y="${bottom + 34}" text-anchor="end">${inSvg(say("axes_x"))}</text>
<text class="axis" transform="translate(${size.left - 16} ${size.top}) rotate(-90)" text-anchor="end">${inSvg(say("axes_y"))}</text>
${dots.toReversed().map((dot) => drawDot(dot, isNamed))}</svg>`;
}

type Dot = { readonly group: Group; readonly x: number; readonly y: number; readonly radius: number };

/** Moves a dot aside, towards the weaker end, as long as it would hide a stronger group's. */
function dodge(dots: readonly Dot[]): readonly Dot[] {
  const placed: Dot[] = [];
  for (const dot of dots) {
    let place = dot;
    while (place.x > size.left && placed.some((other) => hides(place, other))) place = { ...place, x: place.x - 4 };
    placed.push(place.x > size.left ? place : dot);
  }
  return placed;
}

function hides(one: Dot, other: Dot): boolean {
  return Math.hypot(one.x - other.x, one.y - other.y) < 0.95 * (one.radius + other.radius);
}

function drawDot({ group, x, y, radius }: Dot, isNamed: boolean): Markup {
  const label = inAttribute(say("axes_point", { id: group.id, kind: kindWords[group.kind], n: group.accounts.length }));
  const name = isNamed ? markup`<text x="${x}" y="${y + 4}" class="id">${plain(group.id)}</text>` : null;
  const circle = markup`<circle cx="${x}" cy="${y}" r="${figure(radius)}" class="dot ${plain(group.kind)}"><title>${label}</title></circle>`;
  return markup`<a href="#${plain(group.id)}" aria-label="${label}">${circle}${name}</a>\n`;
}

function toPoint(group: Group): { readonly coordinated: number; readonly inauthentic: number } {
  const levels = group.inauthentic
    .filter((signal) => isSufficient(signal) && (signal.effect === null || signal.effect.value >= signal.effect.least))
    .map((signal) => signal.q);
  return { coordinated: strengthOf(group.q), inauthentic: strengthOf(Math.min(1, ...levels)) };
}

function strengthOf(q: number): number {
  return q > 0 ? Math.min(strengthMax, Math.max(0, -Math.log10(q))) : strengthMax;
}

/** The logarithm keeps the weak apart without pushing the strong off the picture. */
function toScale(max: number): (strength: number) => number {
  return (strength) => Math.log1p(strength) / Math.log1p(max * 1.15);
}

function toX(share: number): number {
  return Math.round(size.left + 14 + share * (size.width - size.left - size.right - 28));
}

function toY(share: number): number {
  return Math.round(size.height - size.bottom - 14 - share * (size.height - size.top - size.bottom - 28));
}

function figure(value: number): Markup {
  return markup`${plain(toFigure(value))}`;
}
