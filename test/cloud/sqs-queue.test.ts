import { createHash } from "node:crypto";
import { afterEach, expect, it } from "vitest";
import { sqsQueue } from "../../functions/cloud/sqs-queue.ts";
import { type Asked, json, loopback, type Reply } from "./loopback.ts";

const taken = (asked: Asked): Reply =>
  json({
    MessageId: "m-1",
    MD5OfMessageBody: createHash("md5").update(String(asked.json()["MessageBody"])).digest("hex"),
  });

let server: Awaited<ReturnType<typeof loopback>>;
afterEach(() => server.close());

const queueOn = ({ sdk }: typeof server) =>
  sqsQueue({ ...sdk, jobs: `${sdk.endpoint}/1/jobs`, intake: `${sdk.endpoint}/1/intake` });

it("keeps imports apart from everything else", async () => {
  server = await loopback(taken);
  const queue = queueOn(server);
  await queue.send({ kind: "import", id: "I-1" });
  await queue.send({ kind: "remind", client: "P-1" });
  await queue.send({ kind: "settle", client: "P-1", message: "M-1" });
  const sent = server.asked.map((asked) => asked.json());
  expect(sent.map((one) => String(one["QueueUrl"]).split("/").at(-1))).toEqual(["intake", "jobs", "jobs"]);
  expect(JSON.parse(String(sent[1]?.["MessageBody"]))).toEqual({ kind: "remind", client: "P-1" });
});

it("waits out throttling", async () => {
  let left = 1;
  server = await loopback((asked) =>
    left-- > 0 ? json({ __type: "com.amazonaws.sqs#RequestThrottled" }, 400) : taken(asked),
  );
  await queueOn(server).send({ kind: "remind", client: "P-1" });
  expect(server.asked).toHaveLength(2);
});

it("says so when a job was not taken", async () => {
  server = await loopback(() => json({ __type: "com.amazonaws.sqs#QueueDoesNotExist" }, 400));
  await expect(queueOn(server).send({ kind: "import", id: "I-1" })).rejects.toThrow();
});
