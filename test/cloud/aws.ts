import { createHash } from "node:crypto";
import { kms } from "./kms.ts";
import { json, loopback } from "./loopback.ts";

const md5 = (text: string) => createHash("md5").update(text).digest("hex");

/** The services beside the table that a function may call, all at one loopback address. */
export async function aws() {
  const keys = kms();
  const files = new Map<string, Buffer>();
  const queued: { queue: string; body: string }[] = [];
  const letters: { to: string; text: string; tag: string }[] = [];
  const server = await loopback((asked) => {
    const target = String(asked.headers["x-amz-target"] ?? "");
    if (target.startsWith("TrentService")) return keys(asked);
    if (target === "AmazonSQS.SendMessage") {
      const { QueueUrl, MessageBody } = asked.json() as Record<string, string>;
      queued.push({ queue: QueueUrl?.split("/").at(-1) ?? "", body: MessageBody ?? "" });
      return json({ MessageId: String(queued.length), MD5OfMessageBody: md5(MessageBody ?? "") });
    }
    if (asked.path === "/v2/email/outbound-emails") {
      const { Destination, Content, EmailTags } = asked.json() as {
        Destination: { ToAddresses: string[] };
        Content: { Simple: { Body: { Text: { Data: string } } } };
        EmailTags: { Value: string }[];
      };
      letters.push({
        to: Destination.ToAddresses[0] ?? "",
        text: Content.Simple.Body.Text.Data,
        tag: EmailTags[0]?.Value ?? "",
      });
      return json({ MessageId: `ses-${letters.length}` });
    }
    const path = asked.path.split("?")[0] ?? "";
    if (asked.method === "PUT") {
      files.set(path, asked.bytes);
      return { headers: { etag: '"1"' } };
    }
    const kept = files.get(path);
    if (kept) return { body: kept };
    return { status: 404, body: "<Error><Code>NoSuchKey</Code></Error>" };
  });
  return { endpoint: server.sdk.endpoint, queued, letters, files, close: server.close };
}
