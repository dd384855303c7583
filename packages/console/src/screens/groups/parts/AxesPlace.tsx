import type { Group } from "../group-type.ts";
import { useSpeech } from "./use-speech.ts";

const size = { width: 300, height: 170, left: 22, bottom: 22, right: 8, top: 8 } as const;
/** Levels below 10⁻³⁰⁰ are no numbers any more; the scale is drawn up to it, compressed. */
const strengthMax = 300;
const usualLevel = 0.01;

/**
 * The group as a point: coordinated to the right, inauthentic upwards, both as the power of ten of the adjusted level, compressed. The dashed
 * lines are the level that is asked for. The caption says the same in words.
 */
export function AxesPlace({ kind, axes }: Pick<Group, "kind" | "axes">) {
  const { words, format } = useSpeech();
  const asked = toShare(axes.asked ?? usualLevel);
  const [lineX, lineY] = [toX(asked), toY(asked)];
  const [right, bottom] = [size.width - size.right, size.height - size.bottom];
  const say = (level: number | null): string => {
    if (level === null) return words.untested;
    if (axes.asked === null) return words.levelAlone(format.figure(level));
    const beyond = level <= axes.asked ? words.levelBeyond : words.levelShort;
    return beyond(format.figure(level), format.figure(axes.asked));
  };
  const dot = { x: toX(toShare(axes.coordinated)), y: toY(toShare(axes.inauthentic ?? 1)) };
  return (
    <figure className="axes-place">
      <svg viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
        <rect className="axes-field" x={size.left} y={size.top} width={right - size.left} height={bottom - size.top} />
        <rect className="axes-corner" x={lineX} y={size.top} width={right - lineX} height={lineY - size.top} />
        <path className="axes-level" d={`M${lineX} ${size.top}V${bottom}M${size.left} ${lineY}H${right}`} />
        <text x={right - 8} y={size.top + 18} textAnchor="end">
          {words.axesCampaign}
        </text>
        <text x={right - 8} y={bottom - 8} textAnchor="end">
          {words.axesUnknown}
        </text>
        <text x={right} y={size.height - 6} textAnchor="end" className="axes-name">
          {words.axisX}
        </text>
        <text transform={`translate(${size.left - 8} ${size.top}) rotate(-90)`} textAnchor="end" className="axes-name">
          {words.axisY}
        </text>
        <circle className={`axes-dot axes-dot-${kind}`} cx={dot.x} cy={dot.y} r="8" />
      </svg>
      <figcaption className="quiet small">
        {words.axesAlt(say(axes.coordinated), say(axes.inauthentic))} {words.axesHint}
      </figcaption>
    </figure>
  );
}

function toShare(level: number): number {
  const strength = level > 0 ? Math.min(strengthMax, Math.max(0, -Math.log10(level))) : strengthMax;
  return Math.log1p(strength) / Math.log1p(strengthMax);
}

function toX(share: number): number {
  return Math.round(size.left + 12 + share * (size.width - size.left - size.right - 24));
}

function toY(share: number): number {
  return Math.round(size.height - size.bottom - 12 - share * (size.height - size.top - size.bottom - 24));
}
