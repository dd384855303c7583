import { createContext, use } from "react";
import type { QueueName } from "../../words/case-terms.ts";

/** The job that is being worked on, where one is: its commands can go straight on to the next. */
export type WorkedJob = { readonly queue: QueueName; readonly next: () => void };

export const JobContext = createContext<WorkedJob | null>(null);

export function useJob(): WorkedJob | null {
  return use(JobContext);
}
