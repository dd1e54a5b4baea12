import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBStreamEvent } from "aws-lambda";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { cloudHome } from "../../functions/cloud/home.ts";
import { enrolClient, findClients } from "../../shared/clients/index.ts";
import { tableClient } from "../../shared/data/client.ts";
import type { Actor, Ctx } from "../../shared/kernel/context.ts";
import { contextFor } from "../../shared/kernel/home.ts";
import { bookExam, startImport } from "../../shared/loop/index.ts";
import { linYawen, nationalId } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { aws } from "./aws.ts";
import { httpEvent, queueEvent, streamEvent } from "./events.ts";

let w: World;
let services: Awaited<ReturnType<typeof aws>>;

/** The settings a deployed function gets, with every service at the loopback. */
beforeAll(async () => {
  w = await world();
  services = await aws();
  Object.assign(process.env, {
    AWS_REGION: "ap-southeast-1",
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_ENDPOINT_URL: services.endpoint,
    AWS_ENDPOINT_URL_DYNAMODB: inject("engine"),
    RECORDS_TABLE: w.home.table.records,
    LOG_TABLE: w.home.table.log,
    FILES_BUCKET: "files",
    JOBS_QUEUE_URL: `${services.endpoint}/1/jobs`,
    INTAKE_QUEUE_URL: `${services.endpoint}/1/intake`,
    MAC_KEY_ID: "mac",
    MAC_KEY_VERSION: "1",
    IDENTITY_KEY_ID: "identity",
    MAIL_FROM: "care@example.org",
    OIDC_ISSUER: "https://sso.example.org/pool",
    OIDC_CLIENT_IDS: "web,lis",
    OIDC_AUTHORIZE_URL: "https://sso.example.org/authorize",
    OIDC_TOKEN_URL: "https://sso.example.org/token",
    OIDC_SIGN_OUT_URL: "https://sso.example.org/logout",
    PUBLIC_URL: "https://vip.example.org",
    ORIGIN_SECRET: "through-our-cdn",
    POWERTOOLS_LOG_LEVEL: "SILENT",
  });
});
afterAll(() => services.close());

const throughCdn = { "x-origin-secret": "through-our-cdn" };
const ctx = async (actor: Actor): Promise<Ctx> => contextFor(await cloudHome(process.env), actor, "test");

/** What the log's stream would show: every entry so far, readings too. */
async function logged(): Promise<DynamoDBStreamEvent> {
  const config = { endpoint: inject("engine"), region: "ap-southeast-1" };
  const { records, log } = w.home.table;
  const { doc } = tableClient(config, { records, log });
  const { Items } = await doc.send(new ScanCommand({ TableName: log, ConsistentRead: true }));
  type Image = Parameters<typeof streamEvent>[number];
  return streamEvent(...(Items ?? []).map((item) => marshall(item) as Image));
}

it("the API answers through API Gateway: ready, and closed to a stranger", async () => {
  const { handler } = await import("../../functions/api/handler.ts");
  expect(await handler(httpEvent("GET", "/api/health", throughCdn))).toMatchObject({ statusCode: 200 });
  const closed = await handler(httpEvent("GET", "/api/panels/none", throughCdn));
  expect(closed).toMatchObject({ statusCode: 401 });
  expect(JSON.stringify(closed.headers)).toContain("application/problem+json");
  expect(await handler(httpEvent("GET", "/api/health"))).toMatchObject({ statusCode: 403 });
});

it("the web sends a stranger to sign in, at the provider it was told, and back to its own address", async () => {
  const { handler } = await import("../../functions/web/handler.ts");
  expect(await handler(httpEvent("GET", "/health", throughCdn))).toMatchObject({ statusCode: 200 });
  const away = await handler(httpEvent("GET", "/sign-in", throughCdn));
  expect(away).toMatchObject({ statusCode: 302 });
  const to = new URL((away.headers as Record<string, string>)["location"] ?? "");
  expect(to.origin + to.pathname).toBe("https://sso.example.org/authorize");
  expect(to.searchParams.get("redirect_uri")).toBe("https://vip.example.org/signed-in");
  expect(to.searchParams.get("client_id")).toBe("web");
});

it("a results file goes in through the intake queue, and again through the queue changes nothing", async () => {
  const { handler } = await import("../../functions/intake/handler.ts");
  const text =
    "体检号,姓名,性别,身份证号,出生日期,体检日期,身高(cm),空腹血糖(mmol/L)\n" +
    "TJ1,何凯海,男,999999200106286516,2001-06-28,2026-10-20,175.5,7.9\n";
  await startImport(await ctx(w.as.nurse), new TextEncoder().encode(text), "a.csv");
  const [job] = services.queued.splice(0);
  expect(job?.queue).toBe("intake");
  expect(await handler(queueEvent(job?.body ?? ""))).toEqual({ batchItemFailures: [] });
  const after = await w.dump();
  expect(after.some(({ sk }) => sk.startsWith("FILE#RES#2026-10-20"))).toBe(true);
  expect(JSON.stringify(after)).not.toContain("999999200106286516");
  expect(await handler(queueEvent(job?.body ?? ""))).toEqual({ batchItemFailures: [] });
  expect(await w.dump()).toEqual(after);
});

it("the stream of the log makes a new client findable by pinyin", async () => {
  const { handler } = await import("../../functions/project/handler.ts");
  const frontDesk = await ctx(w.as.frontDesk);
  const { number } = await enrolClient(frontDesk, linYawen());
  expect(await findClients(frontDesk, "linyawen")).toEqual([]);
  expect(await handler(await logged())).toEqual({ batchItemFailures: [] });
  expect((await findClients(frontDesk, "linyawen")).map((found) => found.number)).toEqual([number]);
});

it("tick queues what is due once, and send does it: the job again does nothing more", async () => {
  const { handler: tick } = await import("../../functions/tick/handler.ts");
  const { handler: send } = await import("../../functions/send/handler.ts");
  const home = await cloudHome(process.env);
  const before = contextFor({ ...home, now: () => "2024-11-01T01:00:00.000Z" }, w.as.frontDesk, "test");
  const document = { kind: "national-id", text: nationalId("1961-05-04", 7) } as const;
  const { number } = await enrolClient(before, linYawen({ document, name: "何建军", notADuplicate: true }));
  const booking = await bookExam(before, {
    client: number,
    package: "basic",
    date: "2024-11-04",
    time: "08:00",
  });

  await tick();
  const jobs = services.queued.splice(0);
  expect(jobs.map(({ queue, body }) => [queue, JSON.parse(body)])).toEqual([
    ["jobs", { kind: "booking", client: number, booking: booking.id }],
  ]);
  await tick();
  expect(services.queued).toEqual([]);

  const [{ body } = { body: "" }] = jobs;
  const told = async () => (await w.entries()).filter((one) => one.action === "booking.preparation-told");
  expect(await send(queueEvent(body))).toEqual({ batchItemFailures: [] });
  expect(await told()).toHaveLength(1);
  expect(await send(queueEvent(body, "no job"))).toEqual({ batchItemFailures: [{ itemIdentifier: "m-1" }] });
  expect(await told()).toHaveLength(1);
});
