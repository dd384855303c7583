import { spawnSync } from "node:child_process";

/** Whether systemd says that the clock is kept right; null where it is not asked, or does not know. Waits two seconds at most. */
export function readClockState(): boolean | null {
  const { status, stdout } = spawnSync("timedatectl", ["show", "--property=NTPSynchronized", "--value"], {
    encoding: "utf8",
    timeout: 2000,
  });
  const word = status === 0 ? stdout.trim() : "";
  return word === "yes" || word === "no" ? word === "yes" : null;
}
