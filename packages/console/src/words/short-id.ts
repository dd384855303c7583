/** Enough of an id to tell things apart when people speak of them: `case-276e6c51-79dd-…` reads `276e6c51`. */
export function toShortId(id: string): string {
  return id.replace(/^[a-z_]+-(?=[0-9a-f]{8}-)/, "").replace(/^([0-9a-f]{8})-[0-9a-f-]{20,}$/, "$1");
}
