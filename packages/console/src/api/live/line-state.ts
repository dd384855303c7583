export type LineState = "connecting" | "open" | "lost";
/** `off`: none of the person's roles may read events. */
export type LiveState = LineState | "off";
