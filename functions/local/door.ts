import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { Sentence } from "./sentence.ts";

/** Answers one request. */
export type Answer = (request: Request) => Response | Promise<Response>;

/** The one HTTP server; until it is opened it says that the centre is starting. */
export interface Door {
  open(answer: Answer): void;
  /** Takes no new request, lets the running ones end, at most three seconds. */
  close(): Promise<void>;
}

/**
 * Listens at once, so that a busy port is known before anything else is touched.
 * @throws Sentence when it cannot listen there.
 */
export function openDoor(host: string, port: number): Promise<Door> {
  let answer: Answer = () =>
    Response.json({ status: "starting" }, { status: 503, headers: { "retry-after": "1" } });
  const server = createAdaptorServer({ fetch: (request: Request) => guarded(request) }) as Server;
  const guarded: Answer = (request) =>
    isOurs(request.headers.get("host"))
      ? answer(request)
      : new Response("Misdirected request\n", { status: 421 });
  const door: Door = {
    open: (next) => {
      answer = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 3000).unref();
      }),
  };
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        new Sentence(
          error.code === "EADDRINUSE"
            ? `Port ${port} is busy; stop what uses it or choose another, such as PORT=${port + 1} npm start.`
            : `Cannot listen on port ${port} (${error.code}); choose another with PORT.`,
        ),
      ),
    );
    server.listen(port, host, () => resolve(door));
  });
}

/** Another site's name that resolves to this machine must not reach it (DNS rebinding). */
const isOurs = (host: string | null): boolean => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host ?? "");
