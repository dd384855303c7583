import { pinyinKey, soundUnits } from "./pinyin-key.ts";

/**
 * Writes the units of `pinyinKey(normalised)` without making a string, and says how many. `out` holds at least as many units as the text.
 * Letters make a syllable only where they touch what has a sound: only such texts are spelled out.
 */
export function soundInto(out: Uint16Array, normalised: string): number {
  const bySound = soundUnits();
  for (let i = 0; i < normalised.length; i += 1) {
    const code = normalised.charCodeAt(i);
    if (code >= 0x61 && code <= 0x7a) {
      const [before, after] = [normalised.charCodeAt(i - 1), normalised.charCodeAt(i + 1)];
      if (bySound[before] > 0 || bySound[after] > 0) return copyInto(out, pinyinKey(normalised));
    }
    const unit = bySound[code];
    out[i] = unit === 0 ? code : unit;
  }
  return normalised.length;
}

function copyInto(out: Uint16Array, text: string): number {
  for (let i = 0; i < text.length; i += 1) out[i] = text.charCodeAt(i);
  return text.length;
}
