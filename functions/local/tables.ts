import {
  CreateTableCommand,
  DynamoDBClient,
  type DynamoDBClientConfig,
  ResourceInUseException,
} from "@aws-sdk/client-dynamodb";
import { type TableShape, tables } from "../../shared/data/table.ts";

/** The settings that reach an embedded engine; it asks for credentials and believes any. */
export const engineConfig = (endpoint: string): DynamoDBClientConfig => ({
  endpoint,
  region: "local",
  credentials: { accessKeyId: "local", secretAccessKey: "local" },
});

/**
 * Creates both tables where they do not exist yet, from their one definition and without streams:
 * the embedded engine never trims them.
 */
export async function createTables(
  endpoint: string,
  names: Record<TableShape["name"], string>,
): Promise<void> {
  const client = new DynamoDBClient(engineConfig(endpoint));
  try {
    for (const shape of tables) await createTable(client, names[shape.name], shape);
  } finally {
    client.destroy();
  }
}

async function createTable(client: DynamoDBClient, TableName: string, shape: TableShape): Promise<void> {
  const keys = [
    shape.partitionKey,
    shape.sortKey,
    ...shape.indexes.flatMap((i) => [i.partitionKey, i.sortKey]),
  ];
  try {
    await client.send(
      new CreateTableCommand({
        TableName,
        BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: [...new Set(keys)].map((AttributeName) => ({
          AttributeName,
          AttributeType: "S",
        })),
        KeySchema: keySchema(shape),
        GlobalSecondaryIndexes: shape.indexes.map((index) => ({
          IndexName: index.name,
          KeySchema: keySchema(index),
          Projection: { ProjectionType: index.projection },
        })),
      }),
    );
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
}

const keySchema = (key: { partitionKey: string; sortKey: string }) => [
  { AttributeName: key.partitionKey, KeyType: "HASH" as const },
  { AttributeName: key.sortKey, KeyType: "RANGE" as const },
];
