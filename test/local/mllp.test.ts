import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { framed, frames } from "../../functions/local/mllp-frames.ts";
import { clearPlaces, type Place, place, type Running, run, startCentre } from "../support/process.ts";

const text = readFileSync(new URL("../data/exams/lis-oru-r01.hl7", import.meta.url), "utf8");
const messages = text
  .split(/(?=^MSH)/m)
  .map((one) => one.trim().replaceAll(/\r\n|\n/g, "\r"))
  .filter((one) => one.startsWith("MSH"));
const first = messages[0] as string;
const idOf = (message: string): string => message.split("|")[9] as string;

/** A laboratory's line: what was sent and has been answered, in order. */
interface Line {
  send(...sent: string[]): void;
  raw(bytes: Buffer): void;
  answers(many: number): Promise<string[]>;
  cut(): Promise<void>;
  ended: Promise<void>;
}

async function line(port: number): Promise<Line> {
  const socket: Socket = connect(port, "127.0.0.1");
  const stream = frames();
  const heard: string[] = [];
  let tell = () => {};
  socket.on("data", (chunk) => {
    heard.push(...stream.take(chunk as Buffer).map((one) => one.toString("utf8")));
    tell();
  });
  const ended = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  socket.on("error", () => {});
  await new Promise((resolve) => socket.once("connect", resolve));
  return {
    send: (...sent) => void socket.write(Buffer.concat(sent.map(framed))),
    raw: (bytes) => void socket.write(bytes),
    async answers(many) {
      while (heard.length < many)
        await Promise.race([
          new Promise<void>((resolve) => {
            tell = resolve;
          }),
          ended.then(() => {
            if (heard.length < many) throw new Error(`the line ended after ${heard.length} answers`);
          }),
        ]);
      return heard.splice(0, many);
    },
    async cut() {
      socket.destroy();
      await ended;
    },
    ended,
  };
}

const codes = (answers: string[]): string[] => answers.map((one) => /\rMSA\|(\w\w)\|/.exec(one)?.[1] ?? one);

afterAll(clearPlaces);

describe("the laboratory's line, to a centre that runs", () => {
  let at: Place;
  let centre: Running;
  let port: number;
  let token: string;
  beforeAll(async () => {
    at = await place();
    centre = await startCentre(at);
    port = Number(at.env["MLLP_PORT"]);
    token = (await run("token", ["lis"], at.env).ended).out.trim();
  });
  afterAll(async () => {
    centre.signal("SIGTERM");
    await centre.ended;
    await at.clear();
  });

  const ask = async (path: string, body: string): Promise<{ status: number; text: string }> => {
    const answer = await fetch(`${at.origin}/api${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/hl7-v2" },
      body,
    });
    return { status: answer.status, text: await answer.text() };
  };

  test("100 messages on one connection: every one taken, each answer in order with its control id", async () => {
    expect(messages).toHaveLength(100);
    const lab = await line(port);
    lab.send(...messages);
    const answers = await lab.answers(100);
    expect(answers.map((one) => one.split("\r")[1])).toEqual(messages.map((one) => `MSA|AA|${idOf(one)}`));
    await lab.cut();
    const again = await ask("/imports", text);
    expect(again.status).toBe(200);
    const { id } = JSON.parse(again.text) as { id: string };
    await expect
      .poll(async () => {
        const run = await fetch(`${at.origin}/api/imports/${id}`, {
          headers: { authorization: `Bearer ${token}` },
        });
        return ((await run.json()) as { result?: object }).result;
      })
      .toMatchObject({ rows: 100, applied: 0, unchanged: 100, quarantined: 0, rejected: [] });
  });

  test("the same messages over HTTP are answered alike, once more taken and nothing added", async () => {
    const { status, text: answers } = await ask("/hl7", messages.join("\r"));
    expect(status).toBe(200);
    expect(answers.split("\r").filter((one) => one.startsWith("MSA"))).toEqual(
      messages.map((one) => `MSA|AA|${idOf(one)}`),
    );
    expect(await ask("/hl7", first)).toMatchObject({ status: 200, text: expect.stringContaining("MSA|AA|") });
  });

  test("a connection cut in the middle of a message loses nothing that was answered, and keeps nothing that was not", async () => {
    const lab = await line(port);
    const [one, half] = [messages[1] as string, messages[2]?.replace(/MSG\d+/, "CUT-1") as string];
    lab.send(one.replace(/MSG\d+/, "WHOLE-1"));
    expect(codes(await lab.answers(1))).toEqual(["AA"]);
    lab.raw(framed(half).subarray(0, 300));
    await lab.cut();
    const next = await line(port);
    next.send(half);
    expect(codes(await next.answers(1))).toEqual(["AA"]);
    await next.cut();
  });

  test("a message in many pieces is one message, and noise between two is none", async () => {
    const lab = await line(port);
    const bytes = framed(first);
    for (let from = 0; from < bytes.length; from += 97) lab.raw(bytes.subarray(from, from + 97));
    lab.raw(Buffer.from("\r\n\r\n"));
    lab.send(first);
    expect(codes(await lab.answers(2))).toEqual(["AA", "AA"]);
    await lab.cut();
  });

  test("who may not send for this place is refused by name; what is no HL7 is answered too", async () => {
    const lab = await line(port);
    lab.send(first.replace("|LIS|LAB|", "|HIS|LAB|"), "good morning", "");
    const answers = await lab.answers(3);
    expect(codes(answers)).toEqual(["AR", "AE", "AE"]);
    expect(answers[0]).toContain("MSH-3");
    await lab.cut();
  });

  test("one message of a stranger in a frame of two keeps both out, and each is told", async () => {
    const lab = await line(port);
    const mine = first.replace(/MSG\d+/, "MINE-1");
    lab.send(`${mine}\r${first.replace("|LIS|LAB|", "|HIS|LAB|")}`);
    expect(codes(await lab.answers(2))).toEqual(["AR", "AR"]);
    lab.send(mine);
    expect(codes(await lab.answers(1))).toEqual(["AA"]);
    await lab.cut();
  });

  test("who breaks off in a message and begins it again is answered for the whole one", async () => {
    const lab = await line(port);
    lab.raw(framed(first).subarray(0, 250));
    lab.send(first);
    expect((await lab.answers(1))[0]).toContain(`MSA|AA|${idOf(first)}\r`);
    await lab.cut();
  });

  test("who closes their side after the last message still gets the answer", async () => {
    const socket = connect(port, "127.0.0.1");
    const stream = frames();
    const heard: Buffer[] = [];
    socket.on("data", (chunk) => heard.push(...stream.take(chunk as Buffer)));
    socket.end(framed(first));
    await new Promise((resolve) => socket.once("close", resolve));
    expect(codes(heard.map(String))).toEqual(["AA"]);
  });

  test("a line without end is closed", async () => {
    const lab = await line(port);
    const flood = Buffer.alloc(1024 * 1024, 0x41);
    lab.raw(Buffer.from([0x0b]));
    for (let times = 0; times < 6; times++) lab.raw(flood);
    await lab.ended;
  });

  test("no name and no document of a message stands in what the centre says of itself", () => {
    const { out, err } = centre.said();
    for (const secret of ["何凯海", "何^凯海", "999999200106286516"]) expect(out + err).not.toContain(secret);
  });
});

test("a busy port for messages that somebody chose, and a list of senders that is none, are a sentence each", async () => {
  const at = await place();
  const centre = await startCentre(at);
  const other = await place();
  const taken = await run("main", ["--empty"], { ...other.env, MLLP_PORT: at.env["MLLP_PORT"] ?? "" }).ended;
  expect(taken).toMatchObject({
    code: 1,
    out: "",
    err: expect.stringMatching(/^Port \d+ for HL7 \(MLLP\) is busy[^\n]*\n$/),
  });
  const odd = await run("main", ["--empty"], { ...other.env, MLLP_PEERS: "anybody" }).ended;
  expect(odd).toMatchObject({
    code: 1,
    out: "",
    err: expect.stringMatching(/^MLLP_PEERS has anybody[^\n]*\n$/),
  });
  centre.signal("SIGTERM");
  await centre.ended;
});
