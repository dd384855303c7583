/** Ids as code units behind their lengths. */
export function encodeIds(ids: readonly string[]): Int32Array {
  const units = new Int32Array(ids.reduce((sum, id) => sum + id.length + 1, 0));
  let at = 0;
  for (const id of ids) {
    units[at] = id.length;
    for (let i = 0; i < id.length; i += 1) units[at + 1 + i] = id.charCodeAt(i);
    at += id.length + 1;
  }
  return units;
}

export function decodeIds(units: Int32Array): readonly string[] {
  const ids: string[] = [];
  for (let at = 0; at < units.length;) {
    const length = units[at] ?? 0;
    ids.push(String.fromCharCode(...units.subarray(at + 1, at + 1 + length)));
    at += length + 1;
  }
  return ids;
}
