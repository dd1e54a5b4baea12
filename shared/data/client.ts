import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

/** The document client and the real names of the two tables. */
export interface TableClient {
  doc: DynamoDBDocumentClient;
  records: string;
  log: string;
}

/** How often a request is tried while the table asks to slow down; the SDK's own three give up too soon for a reading. */
const attempts = 6;

/** Opens the tables over one connection; undefined attributes are left out, never written as null. */
export function tableClient(
  config: DynamoDBClientConfig,
  names: { records: string; log: string },
): TableClient {
  const doc = DynamoDBDocumentClient.from(new DynamoDBClient({ maxAttempts: attempts, ...config }), {
    marshallOptions: { removeUndefinedValues: true },
  });
  return { doc, ...names };
}
