import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { Queue } from "../../shared/kernel/ports.ts";
import { patience, type Sdk } from "./sdk.ts";

/** Imports wait apart from the rest, so that a file of a thousand rows delays nobody's reminder. */
export function sqsQueue({ jobs, intake, ...sdk }: Sdk & { jobs: string; intake: string }): Queue {
  const client = new SQSClient({ ...sdk, requestHandler: patience(5) });
  return {
    async send(job) {
      const QueueUrl = job.kind === "import" ? intake : jobs;
      await client.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(job) }));
    },
  };
}
