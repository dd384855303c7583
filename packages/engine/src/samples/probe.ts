import { fingerprintsInto, gramsInto, gramsMax, mix, sketchInto, sketchSlots, soundInto } from "../text/index.ts";

/** Slots that must agree together, and the number of such bands: 0.5 in common is met with 87%, 0.7 with 99.98% (and by fingerprints besides). */
const rowsPerBand = 4;
const bands = sketchSlots / rowsPerBand;
/** Fingerprints that one text leaves in the index: those of its first 400 units or so. */
const fingerprintsMax = 160;
/** Units of a text that are compared; the rest of a longer one is not looked at. */
export const comparedUnitsMax: number = 8192;

/** Everything that the index looks at in one text: its grams by sound, and the keys under which similar texts are found. */
export type Probe = {
  readonly grams: Int32Array;
  readonly keys: Int32Array;
  gramCount: number;
  keyCount: number;
  /** Whether the text was longer than what is compared. */
  isCut: boolean;
};

export function createProbe(): Probe {
  return {
    grams: new Int32Array(gramsMax(comparedUnitsMax)),
    keys: new Int32Array(bands + comparedUnitsMax),
    gramCount: 0,
    keyCount: 0,
    isCut: false,
  };
}

const units = new Uint16Array(2 * comparedUnitsMax);
const sketch = new Uint32Array(sketchSlots);

/** Fills the probe from a normalised text. */
export function loadProbe(probe: Probe, normalised: string): void {
  loadGrams(probe, normalised);
  sketchInto(sketch, probe.grams, probe.gramCount);
  for (let band = 0; band < bands; band += 1) {
    let hash = band + 1;
    for (let row = 0; row < rowsPerBand; row += 1) hash = mix(hash ^ (sketch[band * rowsPerBand + row] ?? 0));
    probe.keys[band] = hash;
  }
  const length = Math.min(comparedUnitsMax, soundLength);
  const fingerprints = fingerprintsInto(probe.keys.subarray(bands), units, length);
  probe.keyCount = bands + Math.min(fingerprints, fingerprintsMax);
}

let soundLength = 0;

/** Fills only the grams: all that is needed of the text on the other side of a comparison. */
export function loadGrams(probe: Probe, normalised: string): void {
  probe.isCut = normalised.length > comparedUnitsMax;
  soundLength = soundInto(units, probe.isCut ? normalised.slice(0, comparedUnitsMax) : normalised);
  probe.gramCount = gramsInto(probe.grams, units, soundLength);
}

/**
 * How much meeting under the probe's k-th key tells: a band is four agreements at once, a fingerprint one piece in common, and a key tells
 * more the fewer texts have it. `filled`: share of the largest bucket that is looked at.
 */
export function weighKey(k: number, filled: number): number {
  return (k < bands ? 3 : 1) * (filled < 0.25 ? 4 : filled < 1 ? 2 : 1);
}
