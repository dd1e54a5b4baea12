import { Logger } from "@aws-lambda-powertools/logger";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import { JwtVerifier } from "aws-jwt-verify";
import { Hono } from "hono";
import { handle } from "hono/aws-lambda";
import { Temporal } from "temporal-polyfill";
import * as z from "zod";

/** A handler with the API's start-up dependencies and nothing of the product, warmed in the same way. */
const settings = z.object({ RECORDS_TABLE: z.string(), OIDC_ISSUER: z.url() }).parse(process.env);
const logger = new Logger({ serviceName: "bare" });
const verifier = JwtVerifier.create({ issuer: settings.OIDC_ISSUER, audience: null });
const table = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
  marshallOptions: { removeUndefinedValues: true },
});

const app = new Hono();
app.get("/health", (c) => c.json({ ok: true }));
app.get("/now", async (c) => {
  const token = c.req.header("authorization")?.slice(7);
  if (!token) return c.json({ title: "Sign in first." }, 401);
  const claims = await verifier.verify(token);
  logger.info("asked", { subject: String(claims.sub) });
  return c.json({ now: Temporal.Now.instant().toString() });
});

await app.request("/health");
await table.send(new GetCommand({ TableName: settings.RECORDS_TABLE, Key: { pk: "WARM", sk: "WARM" } }));

export const handler = handle(app);
