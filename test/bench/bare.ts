import { createHash, randomUUID } from "node:crypto";
import {
  BatchGetCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import type { TableClient } from "../../shared/data/client.ts";
import type { Facts, Row } from "./facts.ts";

const at = "2026-11-22T01:00:00.000Z";
const later = "2026-11-22T01:15:00.000Z";
const mark = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 32);
const bucket = (text: string): number => Number.parseInt(mark(text).slice(0, 8), 16) % 16;
const partition = (client: string): string => `C#${client}`;

/**
 * The same operations by hand: the raw SDK over the two tables' keys and indexes, no verb, no schema, no
 * rule. Every fact stands once: what a key says is in no attribute. A thing that later changes by itself is
 * an item of its own. Why each read and write is needed: `README.md` beside this file.
 */
export function bareOver({ doc, records, log }: TableClient, facts: Facts) {
  const put = (Item: Row) => ({
    Put: { TableName: records, Item: { v: 1, ...Item }, ConditionExpression: "attribute_not_exists(pk)" },
  });
  const save = (Item: Row) => ({
    Put: {
      TableName: records,
      Item: { ...Item, v: Number(Item["v"] ?? 1) + 1 },
      ConditionExpression: "v = :v",
      ExpressionAttributeValues: { ":v": Item["v"] ?? 1 },
    },
  });
  const entry = (kind: "w" | "r", subject: string, action: string, by: string, refs?: Row) => ({
    TableName: log,
    Item: {
      pk: subject,
      sk: `${kind}#${facts.id()}`,
      at,
      action,
      actor: by,
      name: "陈晓梅",
      from: "bench",
      ...(refs ? { refs } : {}),
      ...(kind === "w" ? { tail: `2026-11-22#${bucket(subject)}` } : {}),
    },
    ConditionExpression: "attribute_not_exists(pk)",
  });
  const written = (...of: Parameters<typeof entry> extends [unknown, ...infer Rest] ? Rest : never) => ({
    Put: entry("w", ...of),
  });
  const transact = (...TransactItems: object[]) =>
    doc.send(
      new TransactWriteCommand({ TransactItems: TransactItems as never, ClientRequestToken: randomUUID() }),
    );
  const get = async (pk: string, sk: string, ConsistentRead = false) =>
    (await doc.send(new GetCommand({ TableName: records, Key: { pk, sk }, ConsistentRead }))).Item as Row;
  const page = async (pk: string, from: string, to: string) =>
    ((
      await doc.send(
        new QueryCommand({
          TableName: records,
          KeyConditionExpression: "pk = :p AND sk BETWEEN :a AND :b",
          ExpressionAttributeValues: { ":p": pk, ":a": from, ":b": to },
        }),
      )
    ).Items ?? []) as Row[];
  const batch = (keys: Row[]) =>
    doc.send(
      new BatchGetCommand({ RequestItems: { [records]: { Keys: keys.map(({ pk, sk }) => ({ pk, sk })) } } }),
    );
  const trace = (subject: string, action: string, by: string, refs?: Row) =>
    doc.send(new PutCommand(entry("r", subject, action, by, refs)));

  const profile = (client: string): Row => ({
    pk: partition(client),
    sk: "FILE#PROFILE",
    listPk: "PANEL#centre-1#health-manager-2",
    listSk: client,
    ...facts.profile,
  });
  const results = (client: string, date: string): Row => ({
    pk: partition(client),
    sk: `FILE#RES#${date}#01`,
    values: facts.values,
    source: "laboratory",
    examNumber: "TJ20261120-0001",
    by: "nurse-1",
    at,
  });
  const assessment = (client: string, date: string): Row => ({
    pk: partition(client),
    sk: `FILE#ASM#${date}#01`,
    listPk: "REVIEW#centre-1",
    listSk: `7#${date}#${client}`,
    createdAt: at,
    ...facts.assessment,
  });
  const line = (client: string, one: Row, clock: string): Row => ({
    pk: partition(client),
    sk: `FILE#LINE#${one["concern"]}#-`,
    listPk: "WORK#centre-1#health-manager-2",
    listSk: `${one["overdueAfter"]}#usual#waits#${client}#${one["id"]}`,
    duePk: `DUE#care#${bucket(client)}`,
    dueSk: `${clock}#${client}#${one["concern"]}`,
    ...one,
  });
  const message = (client: string, id: string): Row => ({
    pk: partition(client),
    sk: `MSG#${id}`,
    state: "sending",
    purpose: "care",
    template: "recheck-reminder",
    language: "zh",
    about: [{ type: "follow-up", id: facts.followUp["id"], step: "T-14" }],
    channel: "wechat",
    createdAt: at,
  });

  return {
    transact,
    put,
    profile,
    results,
    assessment,
    line,

    async register(client: string) {
      await doc.send(
        new QueryCommand({
          TableName: records,
          KeyConditionExpression: "pk = :p AND begins_with(sk, :n)",
          ExpressionAttributeValues: { ":p": "FIND#centre-1#林", ":n": "林雅文" },
          Limit: 20,
        }),
      );
      const expires = 1_795_395_600;
      await transact(
        put({ pk: `ONCE#${mark(client)}`, sk: "ONCE", input: mark("input"), client, expires }),
        put({ pk: `U#${facts.guard(client)}`, sk: "GUARD", client }),
        put(profile(client)),
        written(partition(client), "client.enrolled", "staff#front-desk-1"),
      );
    },

    async receive(client: string, date: string) {
      await page(partition(client), "FILE#", "FILE#~");
      await transact(
        put(results(client, date)),
        put(assessment(client, date)),
        written(partition(client), "results.received", "staff#nurse-1", {
          date,
          items: 40,
          source: "laboratory",
        }),
      );
    },

    async book(client: string, n: number, caps: readonly string[] = []) {
      const id = mark(`${client} ${n}`).slice(0, 20);
      await get(partition(client), "FILE#PROFILE");
      await page(partition(client), "BOOK#", "BOOK#~");
      await doc.send(
        new QueryCommand({
          TableName: records,
          KeyConditionExpression: "pk = :p AND begins_with(sk, :a)",
          ExpressionAttributeValues: { ":p": "CAL#centre-1", ":a": "RES#" },
        }),
      );
      const day = `2027-01-${String(1 + (n % 28)).padStart(2, "0")}`;
      const counter = (sk: string) => ({
        Update: {
          TableName: records,
          Key: { pk: `D#centre-1#${day}`, sk },
          UpdateExpression: "SET taken = if_not_exists(taken, :zero) + :one, #limit = :limit",
          ConditionExpression: "attribute_not_exists(taken) OR taken < :limit",
          ExpressionAttributeNames: { "#limit": "limit" },
          ExpressionAttributeValues: { ":zero": 0, ":one": 1, ":limit": 1000 },
        },
      });
      await transact(
        counter("SLOT#08:00#general"),
        ...caps.map((code) => counter(`CAP#${code}`)),
        put({
          pk: partition(client),
          sk: `BOOK#${id}`,
          listPk: `D#centre-1#${day}`,
          listSk: `08:00#${client}#${id}`,
          duePk: `DUE#care#${bucket(id)}`,
          dueSk: `${later}#${client}#${id}`,
          ...facts.booking,
          ...(caps.length ? { caps } : {}),
        }),
        written(partition(client), "booking.made", "staff#front-desk-1", { booking: id, date: day }),
      );
    },

    async open(client: string) {
      await get(partition(client), "FILE#PROFILE");
      await trace(partition(client), "file.opened", "staff#health-manager-2");
      await Promise.all([
        page(partition(client), "BOOK#", "PLAN#~"),
        get(partition(client), `SIGNED#${facts.date}#01`),
        doc.send(
          new QueryCommand({
            TableName: log,
            KeyConditionExpression: "pk = :p AND begins_with(sk, :w)",
            ExpressionAttributeValues: { ":p": partition(client), ":w": "w#" },
            ScanIndexForward: false,
            Limit: 30,
          }),
        ),
      ]);
    },

    async remind(client: string) {
      const followUp = line(client, facts.followUp, at);
      await doc.send(
        new UpdateCommand({
          TableName: records,
          Key: { pk: followUp["pk"], sk: followUp["sk"] },
          UpdateExpression: "SET dueSk = :until",
          ConditionExpression: "dueSk = :seen",
          ExpressionAttributeValues: {
            ":until": String(followUp["dueSk"]).replace(at, later),
            ":seen": followUp["dueSk"],
          },
        }),
      );
      const id = mark(`${client} reminder`);
      await get(partition(client), "FILE#PROFILE", true);
      const [found] = await page(partition(client), "FILE#LINE#", "FILE#LINE#~");
      const claimed = {
        ...message(client, id),
        duePk: `DUE#care#${bucket(id)}`,
        dueSk: `${later}#${client}#${id}`,
      };
      const told = { ...found, state: "reminded", told: ["T-14"], dueSk: `2027-10-16#${client}` };
      await transact(
        save(told),
        put(claimed),
        written(partition(client), "follow-up.advanced", "job#reminders", { followUps: [id], message: id }),
      );
      await transact(
        save({ ...message(client, id), state: "sent", sentAt: at, providerId: id, attempts: 1 }),
        written(partition(client), "message.sent", "job#reminders", { message: id, channel: "wechat" }),
      );
    },

    async sign(client: string) {
      const { date } = facts;
      await page(partition(client), "CYC#", "FILE#~");
      const { listPk: _, listSk: __, ...read } = assessment(client, date);
      await transact(
        save({ ...read, signedAt: at, signedBy: "physician-1", name: "周志远", conclusion: "请复查。" }),
        put({ pk: partition(client), sk: `SIGNED#${date}#01`, body: facts.body }),
        save({ ...profile(client), state: "active" }),
        put({ pk: partition(client), sk: "CYC#001", state: "open", date, version: 1, at }),
        ...facts.followUps.map((one) => put(line(client, one, at))),
        put({ pk: partition(client), sk: "PLAN#001", ...facts.plan }),
        ...facts.reading.map((one) => put({ pk: partition(client), sk: `EDU#${one["content"]}`, ...one })),
        written(partition(client), "assessment.signed", "staff#physician-1", { date, version: 1 }),
      );
    },

    async worklist(manager: string) {
      const { Items = [] } = await doc.send(
        new QueryCommand({
          TableName: records,
          IndexName: "list",
          KeyConditionExpression: "listPk = :p",
          ExpressionAttributeValues: { ":p": `WORK#centre-1#${manager}` },
        }),
      );
      const rows = (Items as Row[]).slice(0, 50);
      const clients = rows.map(({ pk }) => String(pk).slice(2));
      await trace(`A#${manager}`, "worklist.listed", `staff#${manager}`, { clients });
      await Promise.all([batch(rows), batch(rows.map(({ pk }) => ({ pk, sk: "FILE#PROFILE" })))]);
    },

    async find(term: string) {
      const { Items = [] } = await doc.send(
        new QueryCommand({
          TableName: records,
          KeyConditionExpression: "pk = :p AND begins_with(sk, :t)",
          ExpressionAttributeValues: { ":p": `FIND#centre-1#${term.slice(0, 2)}`, ":t": term },
          Limit: 20,
        }),
      );
      const clients = (Items as Row[]).map(({ sk }) => String(sk).split("~")[1] ?? "");
      await batch(clients.map((client) => ({ pk: partition(client), sk: "FILE#PROFILE" })));
      await trace("A#front-desk-1", "clients.listed", "staff#front-desk-1", { clients });
    },
  };
}
