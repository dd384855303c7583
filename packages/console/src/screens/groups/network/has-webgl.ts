let isThere: boolean | null = null;

/** Whether this browser draws on WebGL. Asked the first time it costs as much as waking the graphics process: up to a third of a second. */
export function hasWebgl(): boolean {
  if (isThere === null) {
    const context = document.createElement("canvas").getContext("webgl2");
    isThere = context !== null;
    // Browsers keep only so many of them.
    context?.getExtension("WEBGL_lose_context")?.loseContext();
  }
  return isThere;
}
