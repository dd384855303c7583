import { takeNextJob } from "@breakwater/contract";
import { useNavigate } from "@tanstack/react-router";
import { useCommand } from "../../api/queries.ts";
import { useWords } from "../../app/context.tsx";
import { useToast } from "../../ui/Toasts.tsx";
import type { QueueName } from "../../words/case-terms.ts";
import { queueWords } from "./words/table.ts";

/** Claims the next job of a queue and goes there; to the queue itself where none is left. Null: back to the queues. */
export function useNextJob(queue: QueueName | null): () => void {
  const navigate = useNavigate();
  const words = useWords(queueWords);
  const tell = useToast();
  const command = useCommand(takeNextJob);
  return () => {
    if (queue === null) {
      void navigate({ to: "/queues" });
      return;
    }
    void command.run({ params: { queue } }).then(
      ({ data: { job } }) => {
        if (job !== null) return navigate({ to: "/queues/$queue/$id", params: { queue, id: job.id } });
        tell(words.nothingLeft);
        return navigate({ to: "/queues/$queue", params: { queue } });
      },
      () => navigate({ to: "/queues/$queue", params: { queue } }),
    );
  };
}
