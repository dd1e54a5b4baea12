import { pathToFileURL } from "node:url";
import { httpEvent } from "../cloud/events.ts";

/** One cold start: imports the handler it is told, hands it one request, and says what that took. */
const [path = "", url = "/"] = process.argv.slice(2);
const event = httpEvent("GET", url);
const before = process.cpuUsage();
const start = performance.now();
const { handler } = (await import(pathToFileURL(path).href)) as {
  handler(event: unknown): Promise<{ statusCode: number }>;
};
const { statusCode } = await handler(event);
const wall = performance.now() - start;
const { user, system } = process.cpuUsage(before);
process.stdout.write(`${JSON.stringify({ statusCode, cpu: (user + system) / 1000, wall })}\n`);
process.exit(0);
