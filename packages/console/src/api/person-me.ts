import type { me } from "@breakwater/contract";
import type { z } from "zod";

/** Who is signed in: a person, never a token. */
export type PersonMe = Extract<z.infer<typeof me>, { kind: "person" }>;
