import type { Log } from "../../shared/kernel/home.ts";

type Facts = Record<string, string | number | boolean>;

const inWords = (facts: Facts = {}): string =>
  Object.entries(facts)
    .map(([name, value]) => ` ${name}=${value}`)
    .join("");

/** Our own lines of the stack, never the message: a library's may quote what it was given. */
function whereOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const cause = error.cause instanceof Error ? ` (${error.cause.name})` : "";
  return ` ${error.name}${cause}\n${frames.slice(0, 8).join("\n")}`;
}

/** Faults on standard error, one line and where they came from; what went well is not said. */
export const terminalLog: Log = {
  info: () => {},
  error: (message, error, facts) =>
    void process.stderr.write(`${message}${inWords(facts)}${whereOf(error)}\n`),
};
