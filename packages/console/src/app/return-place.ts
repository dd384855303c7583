const key = "breakwater.place";

/** Remembers for this tab where somebody was when their session ended. */
export function keepPlace(): void {
  const { pathname, search } = location;
  try {
    sessionStorage.setItem(key, `${pathname}${search}`);
  } catch {
    // They come to the first screen then.
  }
}

/** Goes back there, once, where somebody has just come in by the front door. */
export function takePlace(): void {
  try {
    const place = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    const isAtDoor = location.pathname === "/console/" || location.pathname === "/console";
    if (place?.startsWith("/console/") === true && isAtDoor) history.replaceState(null, "", place);
  } catch {
    // As above.
  }
}
