import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { create } from "../../functions/api/app.ts";
import { receiveMessages } from "../../shared/loop/index.ts";
import { readResults } from "../../shared/testing/index.ts";
import { enrolled, nationalId } from "../support/people.ts";
import { type World, world } from "../support/world.ts";

const id = nationalId("1974-03-12", 122);

interface Said {
  control?: string;
  fpg?: string;
  status?: string;
  type?: string;
  version?: string;
  accept?: string;
  application?: string;
  document?: string;
  name?: string;
  leave?: "PID" | "OBR";
}

/** A laboratory's message about one fasting glucose of 林雅文. */
function message(said: Said = {}): string {
  const { control = "M1", fpg = "6.4", status = "F", type = "ORU^R01^ORU_R01", version = "2.5.1" } = said;
  return [
    `MSH|^~\\&|LIS|LAB|CHECKUP|CENTRE|20261020083000||${type}|${control}|P|${version}|||${said.accept ?? ""}|${said.application ?? ""}||UNICODE UTF-8`,
    `PID|1||${said.document ?? `${id}^^^CHN^NI`}||${said.name ?? "林^雅文"}||19740312|F`,
    "OBR|1|TJ1|TJ1|CHECKUP^Health checkup^L|||20261020083000",
    `OBX|1|NM|14771-0^空腹血糖^LN||${fpg}|mmol/L|||||${status}|||20261020083000`,
  ]
    .filter((segment) => !segment.startsWith(said.leave ?? "-"))
    .join("\r");
}

const send = (w: World, text: string) => receiveMessages(w.ctx(w.as.lis), new TextEncoder().encode(text));
const codes = async (w: World, text: string) =>
  (await send(w, text)).map((answer) => /\rMSA\|(\w\w)\|/.exec(answer)?.[1]);
const glucose = async (w: World, number: string) =>
  (await readResults(w.ctx(w.as.physician), number))[0]?.results["FPG"]?.value;
const kept = async (w: World) => (await w.dump()).filter(({ sk }) => sk.startsWith("FILE#RES#"));

describe("how a message is answered", () => {
  test.each([
    ["", "", message(), ["AA"]],
    ["AL", "AL", message(), ["CA", "AA"]],
    ["AL", "NE", message(), ["CA"]],
    ["NE", "AL", message(), ["AA"]],
    ["AL", "", message(), ["CA"]],
    ["ER", "ER", message(), []],
    ["SU", "SU", message(), ["CA", "AA"]],
    ["", "", message({ fpg: "viel" }), ["AE"]],
    ["AL", "AL", message({ fpg: "viel" }), ["CE", "AE"]],
    ["ER", "ER", message({ fpg: "viel" }), ["CE", "AE"]],
    ["SU", "SU", message({ fpg: "viel" }), []],
    ["NE", "NE", message({ fpg: "viel" }), []],
    ["", "", message({ type: "ADT^A01" }), ["AR"]],
    ["", "", message({ type: "ORU^R30" }), ["AR"]],
    ["", "", message({ version: "3.0" }), ["AR"]],
    ["AL", "AL", message({ version: "" }), ["CR", "AR"]],
  ])("MSH-15 %j and MSH-16 %j", async (accept, application, text, expected) => {
    const w = await world();
    const asked = text.replace("||||||UNICODE", `|||${accept}|${application}||UNICODE`);
    expect(await codes(w, asked)).toEqual(expected);
  });

  test("goes back to the system that sent it, with its control id and version", async () => {
    const w = await world();
    const [answer = ""] = await send(w, message({ control: "A-77", version: "2.4" }));
    const [head = "", ack] = answer.split("\r").map((segment) => segment.split("|"));
    expect(head.slice(2, 6)).toEqual(["CHECKUP", "CENTRE", "LIS", "LAB"]);
    expect([head[6], head[8], head[11]]).toEqual(["20261122010000+0000", "ACK^R01^ACK", "2.4"]);
    expect(ack).toEqual(["MSA", "AA", "A-77"]);
    expect(answer.endsWith("\r")).toBe(true);
  });

  test.each([
    ["a number that is none", message({ fpg: "viel" }), /OBX-1/],
    ["no PID", message({ leave: "PID" }), /PID/],
    ["no OBR", message({ leave: "OBR" }), /OBR/],
    ["no control id", message({ control: "" }), /MSH-10/],
    ["an encoding nobody knows", message().replace("雅", "\u0000"), /MSH-18/],
  ])("%s is refused and says where, and leaves nothing behind", async (_, text, where) => {
    const w = await world();
    const before = await w.dump();
    const [answer = ""] = await send(w, text);
    expect(answer).toMatch(/\rMSA\|AE\|/);
    expect(answer).toMatch(where);
    expect(answer).not.toMatch(/林|雅文/);
    expect(await w.dump()).toEqual(before);
  });

  test("a message with one bad result among good ones leaves nothing of it behind", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    expect(await codes(w, `${message()}\rOBX|2|NM|718-7^血红蛋白^LN||dunkel|g/L|||||F`)).toEqual(["AE"]);
    expect(await glucose(w, number)).toBeUndefined();
  });
});

describe("the same message again", () => {
  test("of one sender, with its control id and every character, is once", async () => {
    const w = await world();
    await enrolled(w);
    expect(await codes(w, message())).toEqual(["AA"]);
    const items = await w.dump();
    expect(await codes(w, message())).toEqual(["AA"]);
    expect(await w.dump()).toEqual(items);
  });

  test("five times at once is once", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    w.faults.conflict = 0.2;
    const answers = await Promise.all(Array.from({ length: 5 }, () => codes(w, message())));
    expect(answers.flat()).toEqual(["AA", "AA", "AA", "AA", "AA"]);
    expect(await kept(w)).toHaveLength(1);
    expect(await glucose(w, number)).toBe(6.4);
  });

  test("with another content under the same control id is another message", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    await send(w, message());
    expect(await codes(w, message({ fpg: "5.4", status: "C" }))).toEqual(["AA"]);
    expect(await glucose(w, number)).toBe(5.4);
  });
});

describe("what its laboratory says of a result", () => {
  test("a corrected one replaces the first, which stays to be seen", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    await send(w, message());
    await send(w, message({ control: "M2", fpg: "5.4", status: "C" }));
    expect(await glucose(w, number)).toBe(5.4);
    expect((await kept(w)).map(({ values }) => JSON.parse(String(values)).FPG[0])).toEqual([6.4, 5.4]);
  });

  test("a preliminary one gives way to the final one and never the reverse", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    await send(w, message({ status: "P" }));
    await send(w, message({ control: "M2", fpg: "5.4" }));
    expect(await codes(w, message({ control: "M3", fpg: "6.1", status: "P" }))).toEqual(["AA"]);
    expect(await glucose(w, number)).toBe(5.4);
  });

  test("one that could not be had brings nothing and is taken", async () => {
    const w = await world();
    await enrolled(w);
    expect(await codes(w, message({ status: "X", fpg: "" }))).toEqual(["AA"]);
    expect(await kept(w)).toEqual([]);
  });

  test("a deleted one goes from the exam and stays in its history; sent again it is believed", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    await send(w, message());
    expect(await codes(w, message({ control: "M2", fpg: "", status: "D" }))).toEqual(["AA"]);
    expect(await glucose(w, number)).toBeUndefined();
    expect(await kept(w)).toHaveLength(2);
    await send(w, message({ control: "M3", fpg: "6.4" }));
    expect(await glucose(w, number)).toBe(6.4);
  });

  test("a deleted critical value tells its case that there is no such value", async () => {
    const w = await world();
    await enrolled(w);
    await send(w, message({ fpg: "28" }));
    await send(w, message({ control: "M2", fpg: "", status: "D" }));
    const cases = (await w.dump()).filter(({ sk }) => sk.startsWith("FILE#CASE#"));
    expect(cases).toHaveLength(1);
    expect(
      ((cases[0]?.["seen"] ?? []) as { value: unknown; limit?: object }[]).map(
        ({ limit }) => limit !== undefined,
      ),
    ).toEqual([true, false]);
  });
});

describe("whose they are", () => {
  test("without a document, the exam number finds the file where name and birth date agree", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    await w.all();
    await send(w, message());
    const more = message({ control: "M2", document: "" })
      .replace("14771-0^空腹血糖", "4548-4^糖化血红蛋白")
      .replace("6.4|mmol/L", "5.6|%");
    expect(await codes(w, more)).toEqual(["AA"]);
    const [exam] = await readResults(w.ctx(w.as.physician), number);
    expect(exam?.results["HBA1C"]?.value).toBe(5.6);
  });

  test.each([
    ["nobody's document and no exam of that number", { document: "" }],
    [
      "a document with a wrong check digit",
      { document: `${id.slice(0, 17)}${id.endsWith("0") ? "1" : "0"}^^^CHN^NI` },
    ],
    ["a name that is not the one of the document", { name: "林^文" }],
  ])("%s is held back and counts as taken", async (_, said) => {
    const w = await world();
    await enrolled(w);
    await w.all();
    expect(await codes(w, message(said))).toEqual(["AA"]);
    expect(await kept(w)).toEqual([]);
    expect((await w.dump()).filter(({ pk }) => pk.startsWith("HELD#"))).toHaveLength(1);
  });
});

test("over HTTP a real message is answered in HL7; one nobody wants an answer to gives none", async () => {
  const w = await world();
  const bytes = readFileSync(new URL("../data/exams/lis-oru-r01.hl7", import.meta.url), "utf8");
  const api = create(w.home);
  const post = async (body: string) =>
    api.request("/api/hl7", {
      method: "POST",
      headers: { authorization: `Bearer ${await w.token(w.as.lis)}` },
      body,
    });
  const answer = await post(bytes);
  expect(answer.headers.get("content-type")).toContain("application/hl7-v2");
  expect((await answer.text()).match(/\rMSA\|AA\|/g)).toHaveLength(100);
  const silent = await post(message({ accept: "NE", application: "NE" }));
  expect([silent.status, await silent.text()]).toEqual([204, ""]);
});
