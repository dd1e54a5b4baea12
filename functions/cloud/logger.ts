import { Logger } from "@aws-lambda-powertools/logger";
import { AppError } from "../../shared/kernel/errors.ts";
import type { Log } from "../../shared/kernel/home.ts";

/**
 * The operational log. Of an error it keeps name, code, request id and our own stack lines; a message
 * only when it is one of our sentences, since a library's may quote what it was given.
 */
export function powertoolsLog(
  logger: Pick<Logger, "info" | "error"> = new Logger({ serviceName: "perennial" }),
): Log {
  return {
    info: (message, facts = {}) => logger.info(message, facts),
    error: (message, error, facts = {}) => logger.error(message, { ...facts, ...traceOf(error) }),
  };
}

function traceOf(error: unknown): Record<string, unknown> {
  if (error === undefined) return {};
  if (!(error instanceof Error)) return { fault: typeof error };
  const { code, $metadata } = error as { code?: unknown; $metadata?: { requestId?: string } };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    fault: error.name,
    ...(typeof code === "string" ? { code } : {}),
    ...(error instanceof AppError ? { sentence: error.sentence.en } : {}),
    ...($metadata?.requestId ? { requestId: $metadata.requestId } : {}),
    ...(error.cause instanceof Error ? { cause: error.cause.name } : {}),
    at: frames.slice(0, 8).map((line) => line.trim()),
  };
}
