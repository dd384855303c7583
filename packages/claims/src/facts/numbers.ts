import { wordKey } from "../text/terms.ts";

/** A text in compatibility form with its signs, for scripts with spaces; and as `normaliseText` makes it, for those without. */
export type Readings = { readonly folded: string; readonly normalised: string };

/** A quantity: of what, and how much. Two texts that give the same unit different values speak of different things. */
export type Quantity = { readonly unit: number; readonly value: number };

const digits = "零一二三四五六七八九";
const han =
  /(\d[\d,]*(?:\.\d+)?|[零一二两三四五六七八九十百千]{1,7})(万|亿)?\s?([年月日号点时分秒岁人名例个只头条艘架辆次倍元块斤吨米层楼栋度届期周天亿万%％]|小时|分钟|公里|千米|厘米|公斤|毫升)/gu;
const latin = /(?<![\p{L}\d.])(\d[\d,]*(?:\.\d+)?)\s?(million|billion|thousand|percent|%|[a-z]{2,20})?/giu;
const places = /(\p{Script=Han}{2})(省|市|县|镇|乡|村|大学|医院|中学|小学|小区|机场|火车站)/gu;

/** Numbers with their units, dates among them, and places by what they are. */
export function listQuantities({ folded, normalised }: Readings): readonly Quantity[] {
  const found: Quantity[] = [];
  for (const [, number = "", scale, unit = ""] of normalised.matchAll(han)) {
    const value = toNumber(number) * (scale === "万" ? 1e4 : scale === "亿" ? 1e8 : 1);
    if (Number.isFinite(value)) found.push({ unit: wordKey(unit), value: toValue(value) });
  }
  if (/[a-z]/i.test(folded)) {
    for (const [, number = "", unit = ""] of folded.matchAll(latin)) {
      const value = toNumber(number) * (scales.get(unit.toLowerCase()) ?? 1);
      if (Number.isFinite(value) && unit !== "")
        found.push({ unit: wordKey(unit.toLowerCase()), value: toValue(value) });
    }
  }
  for (const [, name = "", kind = ""] of normalised.matchAll(places))
    found.push({ unit: wordKey(kind), value: wordKey(name) });
  return found;
}

const scales: ReadonlyMap<string, number> = new Map([
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
]);

function toValue(value: number): number {
  return wordKey(String(value));
}

function toNumber(text: string): number {
  if (/^\d/.test(text)) return Number(text.replaceAll(",", ""));
  let [total, last] = [0, 0];
  for (const sign of text) {
    const step = sign === "十" ? 10 : sign === "百" ? 100 : sign === "千" ? 1000 : 0;
    if (step > 0) {
      total += (last === 0 ? 1 : last) * step;
      last = 0;
    } else last = sign === "两" ? 2 : digits.indexOf(sign);
  }
  return total + last;
}
