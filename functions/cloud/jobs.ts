import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import * as z from "zod";
import type { Home } from "../../shared/kernel/home.ts";
import type { Job } from "../../shared/kernel/ports.ts";

const id = z.string().min(1);

const JobSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("import"), id }),
  z.object({ kind: z.literal("remind"), client: id }),
  z.object({ kind: z.literal("booking"), client: id, booking: id }),
  z.object({ kind: z.literal("wait"), client: id, wait: id }),
  z.object({ kind: z.literal("freed"), centre: id, date: id, id }),
  z.object({ kind: z.literal("settle"), client: id, message: id }),
  z.object({ kind: z.literal("case"), client: id, case: id }),
]) satisfies z.ZodType<Job>;

/** Whoever does jobs: `handle` must be safe to repeat and throws when the job is to come again. */
export interface Worker {
  handle(job: Job): Promise<void>;
}

/**
 * Does each message of an SQS batch by itself and reports those that failed, so that only they come
 * again and, after the queue's limit, rest in its dead-letter queue.
 */
export function jobFunction(worker: Worker, home: Pick<Home, "log">) {
  return async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const batchItemFailures: SQSBatchResponse["batchItemFailures"] = [];
    for (const { messageId, body } of event.Records) {
      try {
        await worker.handle(JobSchema.parse(JSON.parse(body)));
      } catch (error) {
        home.log.error("job failed", error, { messageId });
        batchItemFailures.push({ itemIdentifier: messageId });
      }
    }
    return { batchItemFailures };
  };
}
