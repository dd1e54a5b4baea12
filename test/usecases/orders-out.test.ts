import { beforeEach, describe, expect, test } from "vitest";
import { create } from "../../functions/api/app.ts";
import { commit } from "../../shared/data/commit.ts";
import { componentsOf, messagesOf } from "../../shared/exchange/hl7-message.ts";
import {
  acknowledgeOrders,
  bookExam,
  checkIn,
  newOrders,
  type OrderMessage,
  ordersOfExam,
  receiveMessages,
} from "../../shared/loop/index.ts";
import {
  callIn,
  changeOrders,
  type Exam,
  examOf,
  finishRoom,
  tellOrders,
} from "../../shared/testing/index.ts";
import { enrolled } from "../support/people.ts";
import { type World, world } from "../support/world.ts";

const monday = "2026-11-23";

let w: World;
let exam: Exam;
beforeEach(async () => {
  w = await world();
  const client = await enrolled(w, { name: "林^雅|文" });
  const wanted = { client: client.number, package: "basic", date: monday, time: "08:00" };
  const { id } = await bookExam(w.ctx(), wanted);
  w.clock.set("2026-11-23T00:05:00.000Z");
  exam = (await checkIn(w.ctx(), client.number, id, true)).exam;
});

const lis = () => w.ctx(w.as.lis);
const ofKind = (orders: readonly OrderMessage[], kind: string) => orders.find((one) => one.kind === kind);
const segmentsOf = (text: string, name: string) => {
  const [message] = [...messagesOf(text)];
  expect(message?.broken).toBeUndefined();
  return (message?.segments ?? []).filter((segment) => segment.name === name);
};

describe("orders for the laboratory", () => {
  test("are an OML^O21 our own reader takes apart again, with the exam number and no document", async () => {
    const { hl7 } = await ordersOfExam(lis(), exam.client, exam.id, "lab");
    const [message] = [...messagesOf(hl7)];
    const by = message?.separators ?? {
      field: "",
      component: "",
      repetition: "",
      escaping: "",
      subcomponent: "",
    };
    const [msh] = segmentsOf(hl7, "MSH");
    const [pid] = segmentsOf(hl7, "PID");
    expect(componentsOf(msh?.fields[9], by)).toEqual(["OML", "O21", "OML_O21"]);
    expect(componentsOf(pid?.fields[5], by)[0]).toBe("林^雅|文");
    expect(componentsOf(pid?.fields[3], by)).toEqual([exam.client, "", "", "PERENNIAL", "MR"]);
    expect(hl7).not.toMatch(/99999919740312/);
    const requests = segmentsOf(hl7, "OBR");
    const codes = requests.map(({ fields }) => componentsOf(fields[4], by)[3]);
    expect(codes).toEqual(expect.arrayContaining(["FPG", "HGB", "UPRO"]));
    expect(codes).not.toContain("USABD");
    expect(new Set(requests.map(({ fields }) => fields[2])).size).toBe(requests.length);
    expect(segmentsOf(hl7, "ORC").every(({ fields }) => fields[4] === exam.number)).toBe(true);
  });

  test("name the sample once it was drawn", async () => {
    const nurse = w.ctx(w.as.nurse);
    expect(segmentsOf((await ordersOfExam(lis(), exam.client, exam.id, "lab")).hl7, "SPM")).toEqual([]);
    await callIn(nurse, "blood draw", exam.queue);
    await finishRoom(nurse, exam.queue, "blood draw");
    const { hl7, fhir } = await ordersOfExam(lis(), exam.client, exam.id, "lab");
    const labels = new Set(segmentsOf(hl7, "SPM").map(({ fields }) => fields[2]));
    expect([...labels].sort()).toEqual([1, 2, 3].map((n) => `${exam.number}.${n}`));
    const kinds = fhir.entry.map(({ resource }) => resource.resourceType);
    expect(kinds.filter((kind) => kind === "Specimen")).toHaveLength(3);
  });

  test("come back in a result that lands on the exam by any order's number", async () => {
    const { hl7 } = await ordersOfExam(lis(), exam.client, exam.id, "lab");
    const ordered = segmentsOf(hl7, "OBR");
    const [fpg] = ordered.filter(({ fields }) => fields[4]?.includes("FPG"));
    const [pid] = segmentsOf(hl7, "PID");
    const answer = [
      "MSH|^~\\&|LIS|LAB|PERENNIAL|CENTRE|20261123110000||ORU^R01|R1|P|2.5.1|||||CHN|UNICODE UTF-8",
      pid?.fields.join("|"),
      `OBR|1|${fpg?.fields[2]}|L77|${fpg?.fields[4]}|||20261123081500`,
      `OBX|1|NM|${fpg?.fields[4]}||5.2|mmol/L|||||F`,
    ].join("\r");
    const [ack] = await receiveMessages(lis(), new TextEncoder().encode(answer));
    expect(ack).toContain("MSA|AA");
    const after = await examOf(w.ctx(), exam.client, exam.id);
    expect(after?.orders.find(({ item }) => item === "FPG")?.state).toBe("verified");
  });
});

describe("orders for imaging", () => {
  test("are an ORM^O01 of what is looked at, and a FHIR bundle that says the same", async () => {
    const { hl7, fhir } = await ordersOfExam(lis(), exam.client, exam.id, "imaging");
    expect(segmentsOf(hl7, "MSH")[0]?.fields[9]).toBe("ORM^O01^ORM_O01");
    const numbers = segmentsOf(hl7, "OBR").map(({ fields }) => fields[2]);
    const requests = fhir.entry.flatMap(({ resource }) =>
      resource.resourceType === "ServiceRequest" ? [resource.id] : [],
    );
    expect(requests).toEqual(numbers);
    expect(requests).toHaveLength(2);
  });
});

describe("the outbox", () => {
  test("holds a message a system until it is acknowledged, errors stay, and a given-up item is cancelled", async () => {
    const waiting = await newOrders(lis());
    expect(waiting.map(({ kind, control }) => [kind, control]).sort()).toEqual([
      ["imaging", "NW"],
      ["lab", "NW"],
    ]);
    const [lab, imaging] = [ofKind(waiting, "lab"), ofKind(waiting, "imaging")];
    await acknowledgeOrders(lis(), exam.client, lab?.id ?? "", { code: "AA" });
    await acknowledgeOrders(lis(), exam.client, imaging?.id ?? "", { code: "AE" });
    expect((await newOrders(lis())).map(({ id }) => id)).toEqual([imaging?.id]);
    const declined = { to: "declined" as const, items: ["FPG"], reason: "本人不愿意" };
    await changeOrders(w.ctx(), exam.client, exam.id, declined);
    const cancelled = ofKind(await newOrders(lis()), "lab");
    expect(cancelled?.control).toBe("CA");
    expect(segmentsOf(cancelled?.hl7 ?? "", "OBR")).toHaveLength(1);
  });

  test("of one system that takes nothing, or refuses, keeps no new order from anybody", async () => {
    const many = Array.from({ length: 52 }, () => tellOrders(w.ctx(), exam, ["FPG"])).flat();
    await commit(w.ctx(), { changes: many, log: { subject: `C#${exam.client}`, action: "orders.told" } });
    const [imaging, ...others] = await newOrders(lis(), "imaging");
    expect([imaging?.kind, others]).toEqual(["imaging", []]);
    expect((await newOrders(lis())).map(({ id }) => id)).toContain(imaging?.id);
    const waiting = await newOrders(lis(), "lab");
    expect(waiting).toHaveLength(50);
    const refused = waiting.slice(0, 5).map(({ id }) => id);
    for (const id of refused) await acknowledgeOrders(lis(), exam.client, id, { code: "AR" });
    const after = (await newOrders(lis(), "lab")).map(({ id }) => id);
    expect(after).toHaveLength(50);
    expect(after.slice(0, 48).filter((id) => refused.includes(id))).toEqual([]);
    expect(after.slice(48)).toEqual(refused.slice(0, 2));
  });

  test("is fetched over the API in either format, by the laboratory only", async () => {
    const ask = async (actor: typeof w.as.lis, path: string) =>
      create(w.home).request(`/api${path}`, {
        headers: { authorization: `Bearer ${await w.token(actor)}` },
      });
    const path = `/exams/${exam.client}/${exam.id}/orders`;
    const hl7 = await ask(w.as.lis, `${path}?kind=imaging`);
    expect([hl7.headers.get("content-type"), (await hl7.text()).startsWith("MSH|^~\\&|PERENNIAL|")]).toEqual([
      "application/hl7-v2; charset=utf-8",
      true,
    ]);
    const fhir = await ask(w.as.lis, `${path}?format=fhir`);
    expect(await fhir.json()).toMatchObject({ resourceType: "Bundle", type: "collection" });
    expect((await ask(w.as.frontDesk, path)).status).toBe(403);
    const outbox = (await (await ask(w.as.lis, "/orders?kind=imaging")).json()) as { orders: OrderMessage[] };
    expect(outbox.orders.map(({ kind }) => kind)).toEqual(["imaging"]);
  });
});
