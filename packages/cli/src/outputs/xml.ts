/** Text and attribute values of XML 1.0: marks escaped, characters that XML cannot carry replaced. */
export function toXml(value: string): string {
  return value
    .replaceAll(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu, "\uFFFD")
    .replaceAll(/[&<>"'\t\n\r]/g, (mark) => `&#${mark.codePointAt(0)};`);
}
