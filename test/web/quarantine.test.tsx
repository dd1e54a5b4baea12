import { beforeEach, describe, expect, it } from "vitest";
import type { Client } from "../../shared/clients/index.ts";
import { addDocument, heldList, receiveMessages, signAssessment } from "../../shared/loop/index.ts";
import { enrolled, nationalId } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { addresses, filled, textOf, visitor } from "./visitor.ts";

const document = nationalId("1974-03-12", 122);
const message = [
  "MSH|^~\\&|LIS|LAB|CHECKUP|CENTRE|20261020083000||ORU^R01^ORU_R01|M1|P|2.5.1",
  `PID|1||${document}^^^CHN^NI||林^雅雯||19740312|F`,
  "OBR|1|TJ7|TJ7|CHECKUP^Health checkup^L|||20261020083000",
  "OBX|1|NM|14771-0^空腹血糖^LN||7.6|mmol/L|||||F",
].join("\r");

let here: World;
let she: Client;
let page: string;
beforeEach(async () => {
  here = await world();
  she = await enrolled(here, { name: "林雅文" });
  await receiveMessages(here.ctx(here.as.lis), new TextEncoder().encode(message));
  await here.all();
  const [line] = (await heldList(here.ctx(here.as.nurse))).waiting;
  page = `/quarantine/${line?.held.mark}`;
});

describe("the page of held results", () => {
  it("lists what waits and why, in both languages, and leads to it without a name in the address", async () => {
    for (const [language, words] of [
      ["en", ["林雅雯", "LIS/LAB", "Other name than the file"]],
      ["zh", ["林雅雯", "姓名与档案不符"]],
    ] as const) {
      const { html } = await (await visitor(here, here.as.nurse, language)).get("/quarantine");
      for (const word of words) expect(textOf(html)).toContain(word);
      expect(addresses(html)).toContain(page);
      expect(addresses(html).join(" ")).not.toContain("林");
    }
  });

  it("sets the message beside whom it may be of, without a whole document number", async () => {
    const { html } = await (await visitor(here, here.as.physician)).get(page);
    expect(textOf(html)).toContain(`The message says ${she.number}`);
    expect(textOf(html)).toContain("林雅文 differs");
    expect(textOf(html)).toContain("Fasting glucose 7.6 mmol/L");
    expect(html).not.toContain(document);
  });

  it("files with one press, and takes out again with a reason", async () => {
    const nurse = await visitor(here, here.as.nurse);
    const { html } = await nurse.get(page);
    const done = await nurse.post(`${page}/link`, filled(html, `${page}/link`));
    expect(done.location).toBe(`/results/${she.number}/2026-10-20`);
    const filed = await nurse.get(page);
    expect(textOf(filed.html)).toContain(`Filed with ${she.number}`);
    const unsaid = await nurse.post(`${page}/unlink`, { reason: "" });
    expect(unsaid.html).toContain('id="reason-error"');
    expect((await nurse.post(`${page}/unlink`, { reason: "标本贴错" })).location).toBe(page);
    expect((await nurse.get(done.location)).status).toBe(404);
    expect(addresses((await nurse.get("/quarantine")).html)).toContain(page);
  });

  it("shows what was filed though it only takes a value back, and the papers of a day whose values were taken out", async () => {
    const nurse = await visitor(here, here.as.nurse);
    const back = message.replace("|M1|", "|M2|").replace("||7.6|mmol/L|||||F", "|||mmol/L|||||D");
    await receiveMessages(here.ctx(here.as.lis), new TextEncoder().encode(back));
    const held = (await heldList(here.ctx(here.as.nurse))).waiting.map((line) => line.held.mark);
    const [mark] = held.filter((one) => !page.endsWith(one));
    const done = await nurse.post(`/quarantine/${mark}/link`, { client: she.number });
    expect((await nurse.get(done.location)).status).toBe(200);
    await nurse.post(`/quarantine/${mark}/unlink`, { reason: "标本贴错" });
    expect((await nurse.get(done.location)).status).toBe(404);
    const paper = { name: "referral.pdf", bytes: new TextEncoder().encode("%PDF-1.7 x") };
    await addDocument(here.ctx(here.as.nurse), she.number, { date: "2026-10-20" }, paper);
    expect(textOf((await nurse.get(done.location)).html)).toContain("referral.pdf");
  });

  it("finds somebody else by a posted search", async () => {
    const other = await enrolled(here, {
      name: "方书涵",
      document: { kind: "national-id", text: nationalId("1980-05-06", 102) },
    });
    await here.all();
    const { html } = await (await visitor(here, here.as.nurse)).post(`${page}/find`, { find: "fsh" });
    expect(textOf(html)).toContain(`File with ${other.number}`);
  });

  it("says why what was signed cannot simply be taken out", async () => {
    const nurse = await visitor(here, here.as.nurse);
    await nurse.post(`${page}/link`, { client: she.number });
    await signAssessment(here.ctx(here.as.physician), she.number, "2026-10-20", 1, {});
    const { html } = await nurse.post(`${page}/unlink`, { reason: "标本贴错" });
    expect(textOf(html)).toContain("Recall the report or begin an amendment first");
  });
});

it("results of an exam are taken out from where they are read", async () => {
  const nurse = await visitor(here, here.as.nurse);
  await nurse.post(`${page}/link`, { client: she.number });
  const exam = `/results/${she.number}/2026-10-20`;
  expect(textOf((await nurse.get(exam)).html)).toContain("These results are somebody else's");
  const gone = await nurse.post(`${exam}/1/unlink`, { reason: "标本贴错" });
  expect(gone.location).toBe(page);
  expect((await nurse.get(exam)).status).toBe(404);
});
