import type { KeyboardEvent } from "react";

/** For `onKeyDown` of a form: Control (or Command) and Enter send it from wherever one types. */
export function onSendKeys(send: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };
}
