import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export interface Asked {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  /** The body as JSON; only for the JSON protocols. */
  json(): Record<string, unknown>;
}

export interface Told {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

/** What a server does with a request it has taken whole: answers, hangs, or drops the line. */
export type Reply = Told | "hang" | "drop";

/** A provider on the loopback: speaks as much of its protocol as `reply` knows, keeps what it was asked. */
export async function loopback(reply: (asked: Asked) => Reply | Promise<Reply>) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    const one: Asked = {
      method: request.method ?? "",
      path: request.url ?? "",
      headers: request.headers,
      bytes,
      json: () => JSON.parse(bytes.toString()) as Record<string, unknown>,
    };
    asked.push(one);
    const told = await reply(one);
    if (told === "hang") return;
    if (told === "drop") return void request.socket.destroy();
    response.writeHead(told.status ?? 200, told.headers ?? {}).end(told.body ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    asked,
    sdk: {
      region: "ap-southeast-1",
      endpoint,
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Told => ({
  status,
  headers: { "content-type": "application/x-amz-json-1.1", ...headers },
  body: JSON.stringify(body),
});
