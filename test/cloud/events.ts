import type { DynamoDBStreamEvent, SQSEvent } from "aws-lambda";
import type { LambdaEvent } from "hono/aws-lambda";

/** A request as API Gateway's HTTP API hands it over (payload format 2.0). */
export const httpEvent = (
  method: string,
  path: string,
  headers: Record<string, string> = {},
): LambdaEvent => ({
  version: "2.0",
  routeKey: "$default",
  rawPath: path,
  rawQueryString: "",
  headers: { host: "api.example.org", accept: "*/*", ...headers },
  body: null,
  isBase64Encoded: false,
  requestContext: {
    accountId: "000000000000",
    apiId: "a1",
    authentication: null,
    authorizer: {},
    domainName: "api.example.org",
    domainPrefix: "api",
    http: { method, path, protocol: "HTTP/1.1", sourceIp: "203.0.113.7", userAgent: "test" },
    requestId: "r-1",
    routeKey: "$default",
    stage: "$default",
    time: "22/Nov/2026:01:00:00 +0000",
    timeEpoch: 1795309200000,
  },
});

/** A batch as SQS hands it over; message ids are `m-0`, `m-1`, … */
export const queueEvent = (...bodies: string[]): SQSEvent => ({
  Records: bodies.map((body, n) => ({
    messageId: `m-${n}`,
    receiptHandle: `handle-${n}`,
    body,
    attributes: {
      ApproximateReceiveCount: "1",
      SentTimestamp: "1795309200000",
      SenderId: "AIDA",
      ApproximateFirstReceiveTimestamp: "1795309200001",
    },
    messageAttributes: {},
    md5OfBody: "",
    eventSource: "aws:sqs",
    eventSourceARN: "arn:aws:sqs:ap-southeast-1:000000000000:jobs",
    awsRegion: "ap-southeast-1",
  })),
});

type Image = NonNullable<NonNullable<DynamoDBStreamEvent["Records"][number]["dynamodb"]>["NewImage"]>;

const keysOf = ({ pk, sk }: Image): Image => ({ ...(pk ? { pk } : {}), ...(sk ? { sk } : {}) });

/** New images as a table's stream hands them over; sequence numbers are `100`, `101`, … */
export const streamEvent = (...images: Image[]): DynamoDBStreamEvent => ({
  Records: images.map((NewImage, n) => ({
    eventID: `e-${n}`,
    eventName: "INSERT",
    eventVersion: "1.1",
    eventSource: "aws:dynamodb",
    awsRegion: "ap-southeast-1",
    eventSourceARN: "arn:aws:dynamodb:ap-southeast-1:000000000000:table/log/stream/1",
    dynamodb: {
      Keys: keysOf(NewImage),
      NewImage,
      SequenceNumber: String(100 + n),
      SizeBytes: 200,
      StreamViewType: "NEW_IMAGE",
    },
  })),
});

/** One entry of the log as the stream shows it. */
export const entryImage = (sk: string, action = "client.enrolled", subject = "C#P-1"): Image => ({
  pk: { S: subject },
  sk: { S: sk },
  at: { S: "2026-11-22T01:00:00.000Z" },
  action: { S: action },
  name: { S: "陈晓梅" },
  from: { S: "web" },
  actor: { S: "staff#front-desk-1" },
  tail: { S: "2026-11-22#3" },
  refs: { M: { rows: { N: "40" }, tags: { L: [{ S: "a" }] } } },
  v: { N: "2" },
});
