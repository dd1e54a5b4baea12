import { createServer, type Socket } from "node:net";
import { acknowledge, type Message, messagesOf, senderOf, sniff } from "../../shared/exchange/index.ts";
import type { Log } from "../../shared/kernel/home.ts";
import type { Instant } from "../../shared/kernel/time.ts";
import { framed, frames } from "./mllp-frames.ts";
import { type Peers, sendersAt } from "./mllp-peers.ts";
import { Sentence } from "./sentence.ts";

export interface MllpOptions {
  host: string;
  port: number;
  peers: Peers;
  /** Hands a message to the centre. @returns its acknowledgements, "" where none is wanted. @throws when nothing was decided. */
  post(message: Buffer): Promise<string>;
  now(): Instant;
  newId(): string;
  log: Log;
}

export interface Listener {
  /** Takes no further connection or message, lets the message under way be answered. */
  stop(): Promise<void>;
}

/**
 * Listens for HL7 v2 over MLLP. Messages of a connection are taken one after the other, and each is answered when
 * it is decided and not before: what was never answered is the sender's to send again.
 * @throws Sentence when it cannot listen there.
 */
export function listenMllp(options: MllpOptions): Promise<Listener> {
  const { host, port, peers, log } = options;
  const open = new Set<Socket>();
  const working = new Set<Promise<void>>();
  let stopped = false;
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const senders = sendersAt(peers, socket.remoteAddress);
    if (!senders) {
      log.error("mllp: connection from an address that is not allowed");
      socket.destroy();
      return;
    }
    open.add(socket);
    socket.setKeepAlive(true);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => open.delete(socket));
    const work = converse(socket, senders, options, () => stopped).catch((error) => {
      if (!socket.destroyed) log.error("mllp: message not answered, connection closed", error);
      socket.destroy();
    });
    working.add(work);
    void work.finally(() => working.delete(work));
  });
  const stop = async (): Promise<void> => {
    stopped = true;
    server.close();
    for (const socket of open) socket.pause();
    await Promise.race([
      Promise.all([...open].map((socket) => idle(socket))),
      new Promise((resolve) => setTimeout(resolve, 2000).unref()),
    ]);
    for (const socket of open) socket.destroy();
    await Promise.all(working);
  };
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        new Sentence(
          error.code === "EADDRINUSE"
            ? `Port ${port} for HL7 (MLLP) is busy; choose another, such as MLLP_PORT=${port + 1}.`
            : `Cannot listen for HL7 (MLLP) on port ${port} (${error.code}); choose another with MLLP_PORT.`,
        ),
      ),
    );
    server.listen(port, host, () => resolve({ stop }));
  });
}

const busy = new WeakMap<Socket, Promise<void>>();
const idle = (socket: Socket): Promise<void> => busy.get(socket) ?? Promise.resolve();

async function converse(
  socket: Socket,
  senders: ReadonlySet<string>,
  options: MllpOptions,
  isOver: () => boolean,
): Promise<void> {
  const stream = frames();
  for await (const chunk of socket)
    for (const frame of stream.take(chunk as Buffer)) {
      if (isOver()) return;
      const answering = answer(frame, senders, options).then((text) => {
        if (text && socket.writable) socket.write(text);
      });
      busy.set(socket, answering.then(nothing, nothing));
      await answering;
    }
  socket.end();
}

const nothing = (): void => {};

/**
 * The framed answer: of the centre, or of this door where a message of the frame is of a sender that may not send
 * from there: then none of it goes on.
 */
async function answer(
  frame: Buffer,
  senders: ReadonlySet<string>,
  options: MllpOptions,
): Promise<Buffer | undefined> {
  const messages = [...messagesOf(textOf(frame))];
  const isStranger = (message: Message) =>
    message.segments[0]?.name === "MSH" && !senders.has(senderOf(message));
  const answers = messages.some(isStranger)
    ? messages.flatMap((message) =>
        acknowledge(message, stranger, { now: options.now(), newId: options.newId }),
      )
    : split(await options.post(frame));
  return answers.length ? Buffer.concat(answers.map(framed)) : undefined;
}

/** As the centre will read it; what it cannot read still names its sender. */
function textOf(frame: Buffer): string {
  try {
    return sniff(frame).text;
  } catch {
    return frame.toString("latin1");
  }
}

const stranger = {
  rejected: true,
  code: "204",
  column: "MSH-3",
  reason: {
    en: "this sending application and facility may not send from this address",
    zh: "该发送应用与机构不允许从此地址发送",
  },
};

/** Acknowledgements one by one, each from its MSH on. */
const split = (text: string): string[] => text.split(/(?=^MSH)/m).filter((one) => one.trim() !== "");
