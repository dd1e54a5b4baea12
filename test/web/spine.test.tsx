import { describe, expect, test } from "vitest";
import { addStaff } from "../../shared/access/index.ts";
import { receiveResults, releaseReport } from "../../shared/loop/index.ts";
import { followUpOf, followUpsOf, isOpen } from "../../shared/monitoring/index.ts";
import { finding, sign, somebody } from "../support/follow-ups.ts";
import { enrolled } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { addressesIn, examDay, followed, visitor } from "./examined.ts";
import { addresses, visitor as browser, textOf } from "./visitor.ts";

async function open(w: World, number: string) {
  const found = (await followUpsOf(w.ctx(), number)).filter(isOpen);
  return found.find(({ concern }) => concern === "blood-pressure") ?? (found[0] as (typeof found)[number]);
}

async function managers(w: World) {
  for (const [id, name] of [
    ["health-manager-1", "林静"],
    ["health-manager-2", "何琳"],
  ] as const)
    await addStaff(w.ctx(), { id, centre: "centre-1", name, roles: ["health-manager"] });
}

describe("a row of the worklist", () => {
  test("is called about in two clicks, with what to say, and is lost only after two ways", async () => {
    const w = await world();
    const { number } = await followed(w);
    const { id } = await open(w, number);
    const manager = await visitor(w, w.as.healthManager);
    const pane = () => manager.get(`/worklist?open=${number}~${id}`);
    expect((await pane()).html).toContain("have the name and the birth date said to you");
    const fields = { client: number, id, filter: "all", of: "health-manager-1" };
    const done = await manager.post("/worklist/call", { ...fields, channel: "phone", outcome: "no answer" });
    expect(done.toast?.text).toBe(`${number}: No answer. Back on the list on 23 Nov.`);
    expect((await pane()).html).toContain("after two failed attempts by different channels");
    await manager.post("/worklist/call", { ...fields, channel: "message", outcome: "no answer" });
    await manager.post("/worklist/lost", fields);
    expect(await followUpOf(w.ctx(), number, id)).toMatchObject({ state: "lost contact" });
    const { html } = await manager.get("/worklist?filter=unanswered");
    expect(html).toMatch(/aria-current="true">Unanswered<b>1<\/b>/);
  });

  test("seen to, e goes on to the next, and u brings it back", async () => {
    const w = await world();
    const { number } = await followed(w);
    const { id } = await open(w, number);
    const manager = await visitor(w, w.as.healthManager);
    const [, next] = /name="next" value="([^"]+)"/.exec((await manager.get("/worklist")).html) ?? [];
    const fields = { client: number, id, filter: "all", of: "health-manager-1", next: next ?? "", goOn: "1" };
    const done = await manager.post("/worklist/aside", fields);
    expect(decodeURIComponent(done.to ?? "")).toContain(`open=${next}`);
    expect(await followUpOf(w.ctx(), number, id)).toMatchObject({ again: "2026-11-23" });
    await manager.post(done.toast?.undo?.action ?? "", done.toast?.undo?.fields ?? {});
    expect((await followUpOf(w.ctx(), number, id))?.again).toBeUndefined();
  });

  test("the ticked clients go to whoever has least to do, and come back with undo", async () => {
    const w = await world();
    await managers(w);
    const { number } = await followed(w);
    const manager = await visitor(w, w.as.healthManager);
    const { html } = await manager.get("/worklist");
    expect(html).toMatch(/<option value="health-manager-2">何琳 \(0 open, 0 pressing\) – least to do/);
    const fields = { manager: "health-manager-2", filter: "all", of: "health-manager-1" };
    expect((await manager.post("/worklist/assign", fields)).html).toContain("Tick a client first.");
    const done = await manager.post("/worklist/assign", { ...fields, clients: number });
    expect(done.toast?.text).toBe("1 client given to 何琳.");
    expect((await open(w, number)).manager).toBe("health-manager-2");
    await manager.post(done.toast?.undo?.action ?? "", done.toast?.undo?.fields ?? {});
    expect((await open(w, number)).manager).toBe("health-manager-1");
  });
});

describe("a follow-up by itself", () => {
  test("shows what it asks, how it stands and everything that happened to it", async () => {
    const w = await world();
    const { number } = await followed(w);
    const { id } = await open(w, number);
    const manager = await visitor(w, w.as.healthManager);
    const { html } = await manager.get(`/clients/${number}/follow-ups/${id}`);
    expect(textOf(html)).toContain("Follow-ups opened");
    expect(html).toContain("bp-grade1-unconfirmed");
    const turns = textOf((await manager.get(`/clients/${number}/cycles`)).html);
    expect(turns).toContain("Turn 1");
    expect(turns).toContain("still open");
    const stranger = await visitor(w, { ...w.as.healthManager, centre: "centre-2" } as never);
    expect((await stranger.get(`/clients/${number}/follow-ups/${id}`)).status).toBe(404);
  });

  test("of two lesions one picture fits, a person says which, each by itself", async () => {
    const w = await world();
    const client = await somebody(w);
    const both = ["left", "right"].map((side) =>
      finding("birads-3", { site: `breast/${side}`, rule: `birads-3-${side}` }),
    );
    await sign(w.ctx(w.as.physician), client, "2026-05-01", both);
    const results = [{ item: "USBREAST", value: "未见改变", unit: "" }];
    const incoming = { date: "2026-10-20", results, from: { source: "pacs" } };
    await receiveResults(w.ctx(w.as.nurse), client.number, incoming);
    const manager = await visitor(w, w.as.healthManager);
    const path = `/clients/${client.number}/looked/2026-10-20`;
    expect(addressesIn((await manager.get("/worklist")).html)).toContain(path);
    const ids = (await followUpsOf(w.ctx(), client.number)).map(({ id }) => id) as [string, string];
    const refused = await manager.post(path, { [`is-${ids[0]}`]: "yes" });
    expect(refused.html).toContain("Say of each one");
    const done = await manager.post(path, { [`is-${ids[0]}`]: "yes", [`is-${ids[1]}`]: "no" });
    expect(done.toast?.text).toBe(`${client.number}: 1 ended, 1 stays open.`);
    expect((await manager.get(path)).html).toContain("Nothing waits for this any more.");
  });
});

describe("a client's own re-checks", () => {
  test("said to be done elsewhere with a document, sent back with a reason, sent again and accepted", async () => {
    const w = await world();
    const { number } = await followed(w);
    const { id } = await open(w, number);
    const own = await browser(w, w.as.client(number));
    expect((await own.get("/me/rechecks")).html).not.toContain(id);
    await releaseReport(w.ctx(w.as.physician), number, examDay, 1);
    expect((await own.get("/me/rechecks")).html).toContain("I had this looked at elsewhere");
    const form = (bytes: string) => {
      const data = new FormData();
      for (const [name, value] of Object.entries({ id, date: "2026-11-21", place: "市一医院" }))
        data.append(name, value);
      data.append("document", new File([bytes], "林雅文.pdf"));
      return data;
    };
    const refused = await own.post("/me/rechecks", form("MZ a program"));
    expect(refused.html).toContain("Send a PDF, JPEG or PNG");
    expect(refused.html).toContain('value="市一医院"');
    expect((await own.post("/me/rechecks", form("%PDF-1.7"))).status).toBe(303);
    expect((await own.get("/me/rechecks")).html).toContain("We are looking at it.");

    const manager = await browser(w, w.as.healthManager);
    const pane = await manager.get(`/worklist?open=${number}~${id}`);
    const document = addresses(pane.html).find((one) => one.endsWith("/document")) ?? "";
    const sent = await manager.get(document);
    expect([sent.headers.get("content-type"), new TextDecoder().decode(sent.body)]).toEqual([
      "application/pdf",
      "%PDF-1.7",
    ]);
    expect((await own.get(document)).status).toBe(404);
    const fields = { client: number, id, open: `${number}~${id}`, filter: "all", of: "health-manager-1" };
    await manager.post("/worklist/send-back", { ...fields, back: "1", reason: "看不清，请重发" });
    expect((await own.get("/me/rechecks")).html).toContain("看不清，请重发");
    await own.post("/me/rechecks", form("%PDF-1.7 again"));
    const seen = { date: "2026-11-21", place: "市一医院", reason: "124/78" };
    await manager.post("/worklist/elsewhere", { ...fields, elsewhere: "1", ...seen });
    expect(await followUpOf(w.ctx(), number, id)).toMatchObject({
      state: "verified elsewhere",
      closed: { place: "市一医院", reason: "124/78" },
    });
    expect(JSON.stringify(await w.dump())).not.toContain("林雅文.pdf");
  });
});

describe("two files of one person", () => {
  async function twice(w: World) {
    const keep = await enrolled(w);
    const gone = await enrolled(w, {
      document: { kind: "passport", text: "E12345678" },
      sex: "female",
      birthDate: "1974-03-12",
      notADuplicate: true,
    });
    return { keep: keep.number, gone: gone.number };
  }

  test("stand side by side, are merged after the tick, and the old number leads to the new file", async () => {
    const w = await world();
    const { keep, gone } = await twice(w);
    const desk = await browser(w, w.as.frontDesk);
    const alone = await desk.get(`/clients/${keep}/merge`);
    expect(addresses(alone.html)).toContain(`/clients/${keep}/merge?with=${gone}`);
    const beside = await desk.get(`/clients/${keep}/merge?with=${gone}`);
    expect(textOf(beside.html)).toContain("Goes into it");
    const fields = { gone, reason: "同一人两份证件" };
    const refused = await desk.post(`/clients/${keep}/merge`, fields);
    expect(refused.html).toContain("Compare both files, then say that it is one person.");
    expect(refused.html).toContain("同一人两份证件");
    expect((await desk.post(`/clients/${keep}/merge`, { ...fields, samePerson: "yes" })).status).toBe(303);
    const old = await desk.get(`/clients/${gone}`);
    expect(old.status).toBe(200);
    expect(old.html).toContain(`Also known as ${gone}`);
    const [, merge = ""] =
      /name="merge" value="([^"]+)"/.exec((await desk.get(`/clients/${keep}/merge`)).html) ?? [];
    await desk.post(`/clients/${keep}/merge/undo`, { merge, reason: "不是同一人" });
    expect((await desk.get(`/clients/${gone}`)).html).not.toContain("Also known as");
  });

  test("say why they may not be merged, and another centre's desk finds neither", async () => {
    const w = await world();
    const { keep } = await twice(w);
    const man = await enrolled(w, {
      document: { kind: "passport", text: "E22222222" },
      sex: "male",
      birthDate: "1974-03-12",
      notADuplicate: true,
    });
    const desk = await browser(w, w.as.frontDesk);
    const { html } = await desk.get(`/clients/${keep}/merge?with=${man.number}`);
    expect(html).toContain("The sex differs");
    expect(html).not.toContain('name="samePerson"');
    expect((await desk.get(`/clients/${keep}/merge?with=nothing`)).html).toContain(
      "Type the number of the other file",
    );
    const stranger = await browser(w, { ...w.as.frontDesk, centre: "centre-2" } as never);
    expect((await stranger.get(`/clients/${keep}/merge`)).status).toBe(404);
  });
});

describe("the manager's pages", () => {
  test("quality says each figure, leads to its cases by number, and admits what is not recorded", async () => {
    const w = await world();
    const { number } = await followed(w);
    await w.project();
    const manager = await browser(w, w.as.manager);
    const { html } = await manager.get("/quality");
    expect(textOf(html)).toContain("Not recorded yet");
    const [cases] = addresses(html).filter((one) => one.startsWith("/quality/FOLLOW-UP?"));
    const behind = await manager.get(cases ?? "");
    expect(behind.html).toContain(number);
    expect(behind.html).not.toContain("林雅文");
  });

  test("a panel is handed over with undo, and holidays bring a stand-in", async () => {
    const w = await world();
    await managers(w);
    const { number } = await followed(w);
    const manager = await visitor(w, w.as.manager);
    const done = await manager.post("/panel/hand-over", { of: "health-manager-1", to: "health-manager-2" });
    expect(done.toast?.text).toBe("1 client handed to 何琳.");
    expect((await open(w, number)).manager).toBe("health-manager-2");
    await manager.post(done.toast?.undo?.action ?? "", done.toast?.undo?.fields ?? {});
    expect((await open(w, number)).manager).toBe("health-manager-1");
    const away = { manager: "health-manager-1", standIn: "health-manager-2", from: "2026-11-22" };
    const refused = await manager.post("/panel/away", { ...away, until: "2026-11-20" });
    expect(refused.html).toContain("not before today");
    await manager.post("/panel/away", { ...away, until: "2026-11-25" });
    const second = await visitor(w, { ...w.as.healthManager, id: "health-manager-2" } as never);
    expect((await second.get("/worklist")).html).toContain("With the list of 林静, who is away.");
  });
});
