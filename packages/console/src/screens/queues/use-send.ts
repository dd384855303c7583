import type { CommandDialogProps } from "../../ui/CommandDialog.tsx";
import { useJob } from "./job-context.tsx";

/** The two ways to send a body: and be done with it, or go straight on to the next job. Neither while it lacks something. */
export function useSend<Body>(
  give: (body: Body, after?: () => void) => void,
): (body: Body | null) => Pick<CommandDialogProps, "onRun" | "onRunAndNext"> {
  const job = useJob();
  return (body) => ({
    onRun: body === null ? undefined : () => give(body),
    onRunAndNext: body === null || job === null ? undefined : () => give(body, job.next),
  });
}
