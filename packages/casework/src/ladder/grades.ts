import type { Level } from "./levels.ts";

/** How serious it is, in the words of the person who found it. */
export const grades = ["minor", "moderate", "serious", "critical"] as const;
export type Grade = (typeof grades)[number];

/** The highest level that a grade can bear. */
export const gradeCaps: Readonly<Record<Grade, Level>> = { minor: 1, moderate: 5, serious: 8, critical: 10 };
