import type { Terminal } from "../terminal/terminal.ts";

export const lifecycleCommands = ["backup", "restore", "erase", "subject-access", "doctor"] as const;
export type LifecycleCommand = (typeof lifecycleCommands)[number];

/** Runs one of the commands about the life of the data. False where something is refused, wrong, or left. */
export async function runLifecycle(
  command: LifecycleCommand,
  args: readonly string[],
  terminal: Terminal,
): Promise<boolean> {
  switch (command) {
    case "backup": {
      const { backUp, parseBackupOptions } = await import("./backup.ts");
      return backUp(parseBackupOptions(args, terminal.env), terminal);
    }
    case "restore": {
      const { parseRestoreOptions, restore } = await import("./restore.ts");
      return restore(parseRestoreOptions(args, terminal.env), terminal);
    }
    case "erase": {
      const { parseEraseOptions } = await import("./records-options.ts");
      const { erase } = await import("./erase.ts");
      return erase(parseEraseOptions(args, terminal.env), terminal);
    }
    case "subject-access": {
      const { parseSubjectAccessOptions } = await import("./records-options.ts");
      const { accessSubject } = await import("./subject-access.ts");
      return accessSubject(parseSubjectAccessOptions(args, terminal.env), terminal);
    }
    case "doctor": {
      const { doctor, parseDoctorOptions } = await import("./doctor.ts");
      return doctor(parseDoctorOptions(args, terminal.env), terminal);
    }
  }
}
