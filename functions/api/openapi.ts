import * as z from "zod";
import { policy } from "../../shared/access/index.ts";
import { errorStatus } from "../../shared/kernel/errors.ts";
import * as everyAsk from "./asks.ts";
import type { Route } from "./route.ts";
import { routes } from "./routes/index.ts";

const asks = { ...everyAsk };

const schema = (type: z.ZodType): object => {
  const { $schema: _draft, ...rest } = z.toJSONSchema(type, { io: "input", unrepresentable: "any" });
  return rest;
};

/** The OpenAPI 3.1 description of every route, from the same schemas that check the requests. */
export function openapi(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = `/api${route.path.replace(/:(\w+)/g, "{$1}")}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Perennial 常青", version: "1" },
    components: {
      securitySchemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
      schemas: { Problem: problemSchema },
    },
    security: [{ bearer: [] }],
    paths,
  };
}

function operation(route: Route): object {
  const names = [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1]);
  const query = route.query
    ? (schema(asks[route.query]) as { properties?: Record<string, object>; required?: string[] })
    : {};
  return {
    summary: route.summary,
    operationId: `${route.method} ${route.path}`.replace(/\W+/g, "_"),
    ...(route.action ? { "x-action": route.action, "x-roles": Object.keys(policy[route.action]) } : {}),
    parameters: [
      ...names.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } })),
      ...Object.entries(query.properties ?? {}).map(([name, type]) => ({
        name,
        in: "query",
        required: query.required?.includes(name) ?? false,
        schema: type,
      })),
      ...(route.creates
        ? [{ name: "Idempotency-Key", in: "header", required: false, schema: { type: "string" } }]
        : []),
    ],
    ...(route.body
      ? {
          requestBody: {
            required: true,
            content: { "application/json": { schema: schema(asks[route.body]) } },
          },
        }
      : {}),
    ...(route.takesFile
      ? {
          requestBody: {
            required: true,
            content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
          },
        }
      : {}),
    responses: {
      [route.creates ? "201" : "200"]: { description: "Done" },
      default: {
        description: "Refused, with the reason",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  };
}

const problemSchema = {
  type: "object",
  required: ["type", "title", "status", "detail", "requestId"],
  properties: {
    type: { type: "string" },
    title: { enum: Object.keys(errorStatus) },
    status: { type: "integer" },
    detail: { type: "string" },
    problems: {
      type: "array",
      items: { type: "object", properties: { field: { type: "string" }, message: { type: "string" } } },
    },
    facts: { type: "object" },
    requestId: { type: "string" },
  },
};
