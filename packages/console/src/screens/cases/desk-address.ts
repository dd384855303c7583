const folders = {
  authority_request: "authority",
  determination: "corrections",
  hold: "holds",
  self_review: "reviews",
  transfer: "hand-overs",
  unmasking: "unmasking",
  victim_workspace: "victims",
} as const;
export type DeskObject = keyof typeof folders;

/** Where an object that has a desk of its own is worked on; the desk itself without an id. */
export function toDeskAddress(object: string, id: string | null): string {
  const folder = Object.hasOwn(folders, object) ? folders[object as DeskObject] : null;
  if (folder === null) return "/console/desks";
  return id === null ? `/console/desks/${folder}` : `/console/desks/${folder}/${encodeURIComponent(id)}`;
}
