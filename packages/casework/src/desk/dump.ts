import { createDesk, type Desk, type DeskEvent, type DeskOptions } from "./desk.ts";

/** Everything that a desk holds, as JSON Lines: its events, from which all else follows. */
export function dumpDesk({ events }: Desk): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join("");
}

/** A desk that holds what a dump says. The lines must be those of `dumpDesk`. */
export function loadDesk(lines: string, options: DeskOptions): Desk {
  const desk = createDesk(options);
  for (const line of lines.split("\n")) {
    if (line !== "") desk.replay(JSON.parse(line) as DeskEvent);
  }
  return desk;
}
