import { createTables, engineConfig } from "../../functions/local/tables.ts";
import { create as send } from "../../functions/send/app.ts";
import { type Client, type Enrol, enrolClient, fileNames, findClients } from "../../shared/clients/index.ts";
import { type TableClient, tableClient } from "../../shared/data/client.ts";
import { lease } from "../../shared/data/lease.ts";
import { getItem } from "../../shared/data/read.ts";
import type { Actor, Ctx } from "../../shared/kernel/context.ts";
import { contextFor } from "../../shared/kernel/home.ts";
import type { Instant } from "../../shared/kernel/time.ts";
import { bookExam, holdPlace, openFile, receiveResults, signAssessment } from "../../shared/loop/index.ts";
import { worklist } from "../../shared/monitoring/worklist.ts";
import { openDays, ordinaryCalendar } from "../../shared/testing/index.ts";
import { finding, sign } from "../support/follow-ups.ts";
import { nationalId } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { bareOver } from "./bare.ts";
import { earlierDate, examDate, factsFrom, fortyResults } from "./facts.ts";
import { keepLedger, type Ledger } from "./floor.ts";
import type { Operation } from "./measure.ts";

export interface Bench {
  operations: Operation[];
  ours: Ledger;
  bare: Ledger;
}

type Side = "counted" | "timed";

/** Two table clients over the same tables: one whose calls are counted, one left alone to be timed. */
function twoClients(endpoint: string, names: { records: string; log: string }) {
  const counted = tableClient(engineConfig(endpoint), names);
  return { counted, timed: tableClient(engineConfig(endpoint), names), ledger: keepLedger(counted) };
}

/** Every operation, ours and bare, over fresh tables of one engine. */
export async function operationsOn(endpoint: string): Promise<Bench> {
  const w = await world({ endpoint, seed: 7 });
  const { records, log } = w.home.table;
  const ours = twoClients(endpoint, { records, log });
  const bareNames = { records: `bare-${records}`, log: `bare-${log}` };
  await createTables(endpoint, bareNames);
  const bare = twoClients(endpoint, bareNames);

  const people = peopleOf(w);
  const facts = factsFrom(await wholeLife(people), w.ctx().newId);
  const bareWays = { counted: bareOver(bare.counted, facts), timed: bareOver(bare.timed, facts) };
  const hand = bareWays.timed;
  let serial = 0;
  /** A client of the bare tables with these items of the file. */
  const bareClient = async (...parts: ((client: string) => Record<string, unknown>)[]) => {
    const client = `P-${String(200_000_000 + serial++)}`;
    if (parts.length) await hand.transact(...parts.map((part) => hand.put(part(client))));
    return client;
  };
  const on = (date: string) => (client: string) => hand.results(client, date);
  const assessed = (date: string) => (client: string) => hand.assessment(client, date);
  const due = (client: string) => hand.line(client, facts.followUp, "2026-11-22T01:00:00.000Z");

  const opened = await people.signed("health-manager-2");
  await bookExam(people.ctx(w.as.frontDesk), { client: opened.number, ...slot(900) });
  const bareOpened = await bareClient(
    hand.profile,
    on(earlierDate),
    assessed(earlierDate),
    on(examDate),
    assessed(examDate),
  );
  await hand.sign(bareOpened);
  await hand.book(bareOpened, 900);
  for (let n = 0; n < 60; n++) {
    await people.withFollowUp("health-manager-1");
    await worklistRow(hand, await bareClient(hand.profile), "health-manager-1", facts.followUp);
  }
  const names = await searchables(people, bare.timed, hand, bareClient);

  const ctx = (side: Side, actor: Actor, now?: Instant): Ctx => people.ctx(actor, ours[side], now);
  const operations: Operation[] = [
    {
      name: "register a client",
      ours: async (side) => {
        const person = people.next();
        return () => enrolClient(ctx(side, w.as.frontDesk), person, `key ${person.document.text}`);
      },
      bare: async (side) => {
        const client = await bareClient();
        return () => bareWays[side].register(client);
      },
    },
    {
      name: "40 results of one source",
      ours: async (side) => {
        const { number } = await people.examined(earlierDate);
        return () => receiveResults(ctx(side, w.as.nurse), number, laboratory(examDate));
      },
      bare: async (side) => {
        const client = await bareClient(hand.profile, on(earlierDate), assessed(earlierDate));
        return () => bareWays[side].receive(client, examDate);
      },
    },
    {
      name: "hold a place",
      ours: async (side) => {
        const { number } = await people.enrolled();
        const wanted = { client: number, ...slot(serial++) };
        return () => bookExam(ctx(side, w.as.frontDesk), wanted, `key ${number}`);
      },
      bare: async (side) => {
        const client = await bareClient(hand.profile);
        return () => bareWays[side].book(client, serial++);
      },
    },
    {
      name: "hold a place with three scarce items",
      ours: async (side) => {
        const { number } = await people.enrolled();
        const wanted = { client: number, ...slot(serial++), items: scarce };
        return () => holdPlace(ctx(side, w.as.frontDesk), wanted, `key ${number}`);
      },
      bare: async (side) => {
        const client = await bareClient(hand.profile);
        return () => bareWays[side].book(client, serial++, scarce);
      },
    },
    {
      name: "open a client's file and timeline",
      ours: async (side) => () => openFile(ctx(side, w.as.healthManager), opened.number),
      bare: async (side) => () => bareWays[side].open(bareOpened),
    },
    {
      name: "one reminder, due to sent",
      ours: async (side) => {
        const { number, row, at } = await people.withFollowUp("health-manager-2");
        const home = { ...w.home, table: ours[side], now: () => at };
        return async () => {
          await lease(ctx(side, w.as.job, at), row, 15);
          await send(home).handle({ kind: "remind", client: number });
        };
      },
      bare: async (side) => {
        const client = await bareClient(hand.profile, due);
        return () => bareWays[side].remind(client);
      },
    },
    {
      name: "sign an assessment",
      ours: async (side) => {
        const { number } = await people.examined(earlierDate, examDate);
        return () =>
          signAssessment(ctx(side, w.as.physician), number, examDate, 1, { conclusion: { zh: "请复查。" } });
      },
      bare: async (side) => {
        const client = await bareClient(
          hand.profile,
          on(earlierDate),
          assessed(earlierDate),
          on(examDate),
          assessed(examDate),
        );
        return () => bareWays[side].sign(client);
      },
    },
    {
      name: "worklist, a page of 50",
      ours: async (side) => () => worklist(ctx(side, w.as.healthManager), { limit: 50 }),
      bare: async (side) => () => bareWays[side].worklist("health-manager-1"),
    },
    {
      name: "search by pinyin",
      ours: async (side) => () => findClients(ctx(side, w.as.frontDesk), names),
      bare: async (side) => () => bareWays[side].find(names),
    },
  ];
  return { operations, ours: ours.ledger, bare: bare.ledger };
}

const laboratory = (date: string) => ({
  date,
  results: fortyResults,
  from: { source: "laboratory", examNumber: "TJ20261120-0001" },
});

const scarce = ["LDCT", "DXA", "UBT13C"];
const days = openDays(ordinaryCalendar, "2026-12-01", 240);
const slot = (n: number) => ({
  package: "basic",
  date: days[Math.floor(n / 8) % days.length] ?? "2026-12-01",
  time: "08:00",
});

/** Clients of the product, each brought as far as an act needs. */
function peopleOf(w: World) {
  let met = 0;
  const ctx = (actor: Actor, table: TableClient = plain, now: Instant = w.clock.now()): Ctx =>
    contextFor({ ...w.home, table, now: () => now }, actor, "bench");
  const plain = w.home.table;
  const next = (more: Partial<Enrol> = {}): Enrol & { document: { text: string } } => {
    const n = met++;
    const born = `19${60 + (n % 30)}-0${1 + (Math.floor(n / 30) % 9)}-12`;
    const text = nationalId(born, 2 * Math.floor(n / 270));
    return {
      document: { kind: "national-id", text },
      name: "林雅文",
      contacts: { phone: `138${String(10_000_000 + n)}`, wechat: "linyawen" },
      channels: ["wechat", "sms"],
      consents: ["care", "service"],
      manager: "health-manager-2",
      ...more,
    } as Enrol & { document: { text: string } };
  };
  const enrolled = (more: Partial<Enrol> = {}): Promise<Client> =>
    enrolClient(ctx(w.as.frontDesk), next(more));
  const examined = async (...dates: string[]): Promise<Client> => {
    const client = await enrolled();
    for (const date of dates) await receiveResults(ctx(w.as.nurse), client.number, laboratory(date));
    return client;
  };
  return {
    ctx,
    next,
    enrolled,
    examined,
    world: w,
    async signed(manager: string): Promise<Client> {
      const client = await enrolled({ manager });
      for (const date of [earlierDate, examDate])
        await receiveResults(ctx(w.as.nurse), client.number, laboratory(date));
      await signAssessment(ctx(w.as.physician), client.number, examDate, 1, {
        conclusion: { zh: "请复查。" },
      });
      return client;
    },
    /** A client with one open follow-up, its row of the due index, and when that row falls due. */
    async withFollowUp(manager: string) {
      const client = await enrolled({ manager });
      await sign(ctx(w.as.physician), client, examDate, [finding("lipid-high")]);
      const key = { pk: `C#${client.number}`, sk: "FILE#LINE#lipids#-" };
      const item = await getItem(ctx(w.as.job), key);
      const dueSk = String(item?.["dueSk"]);
      return { number: client.number, row: { ...key, dueSk }, at: dueSk.slice(0, 24) };
    },
  };
}

type People = ReturnType<typeof peopleOf>;

/** Everything the product keeps of one client who went once round. */
async function wholeLife(people: People) {
  const { world: w } = people;
  const client = await people.signed("health-manager-2");
  await bookExam(people.ctx(w.as.frontDesk), { client: client.number, ...slot(901) });
  return (await w.dump()).filter(({ pk }) => pk === `C#${client.number}`);
}

type Hand = ReturnType<typeof bareOver>;
type Row = Record<string, unknown>;

const worklistRow = (hand: Hand, client: string, manager: string, followUp: Row) =>
  hand.transact(
    hand.put({
      ...hand.line(client, followUp, "2027-01-01T01:00:00.000Z"),
      listPk: `WORK#centre-1#${manager}`,
    }),
  );

/** Five clients of one name, filed under it on both sides; what somebody types to find them. */
async function searchables(
  people: People,
  bare: TableClient,
  hand: Hand,
  bareClient: (part: (client: string) => Row) => Promise<string>,
): Promise<string> {
  for (let n = 0; n < 5; n++) {
    const { number } = await people.enrolled({ name: "欧阳思远", notADuplicate: true });
    await fileNames(people.ctx(people.world.as.job), number);
    const client = await bareClient(hand.profile);
    await hand.transact({
      Put: { TableName: bare.records, Item: { pk: "FIND#centre-1#ou", sk: `ouyangsiyuan~${client}` } },
    });
  }
  return "ouyangsiyuan";
}
