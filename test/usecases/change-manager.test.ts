import { describe, expect, test } from "vitest";
import { addStaff } from "../../shared/access/index.ts";
import { panelClients, readClient } from "../../shared/clients/index.ts";
import { changeFile, enrol, signAssessment, startImport } from "../../shared/loop/index.ts";
import { worklist } from "../../shared/monitoring/index.ts";
import { days, finding, openOf, sign, somebody } from "../support/follow-ups.ts";
import { linYawen, nationalId } from "../support/people.ts";
import { type World, world } from "../support/world.ts";

/** A centre with two health managers and a nurse on its list. */
async function staffed(): Promise<World> {
  const w = await world();
  for (const [id, role] of [
    ["health-manager-1", "health-manager"],
    ["health-manager-2", "health-manager"],
    ["nurse-1", "nurse"],
  ] as const)
    await addStaff(w.ctx(), { id, centre: "centre-1", name: id, roles: [role] });
  return w;
}

const listOf = async (w: World, manager: string) =>
  (await worklist(w.ctx(w.as.healthManager), { manager })).rows.map(({ followUp }) => followUp.finding);

describe("another health manager", () => {
  test("has the open follow-ups at once, also those no step of time will touch again", async () => {
    const w = await staffed();
    const client = await somebody(w);
    await sign(w.ctx(w.as.physician), client, "2026-11-22", [finding("class-a"), finding("lipid-high")]);
    await days(w, 3);
    const escalated = (await openOf(w, client)).find(({ state }) => state === "escalated");
    expect(escalated).toMatchObject({ rule: "class-a" });
    expect(escalated?.next).toBeUndefined();
    await changeFile(w.ctx(), client.number, { manager: "health-manager-2" });
    expect(await listOf(w, "health-manager-1")).toEqual([]);
    expect(await listOf(w, "health-manager-2")).toEqual(["finding-of-class-a", "finding-of-lipid-high"]);
  });

  test("is one of the centre's health managers; a refused one changes nothing", async () => {
    const w = await staffed();
    const client = await somebody(w);
    for (const manager of ["nurse-1", "health-manager-9"]) {
      const refused = { code: "InvalidInput", problems: [{ field: "manager" }] };
      const change = changeFile(w.ctx(), client.number, { manager, occupation: "教师" });
      await expect(change).rejects.toMatchObject(refused);
      await expect(enrol(w.ctx(), linYawen({ manager }))).rejects.toMatchObject(refused);
    }
    const file = await readClient(w.ctx(), client.number);
    expect(file).toMatchObject({ manager: "health-manager-1" });
    expect(file.occupation).toBeUndefined();
  });

  test("said as nobody is nobody: the client and the follow-ups are on nobody's lists", async () => {
    const w = await staffed();
    const client = await somebody(w);
    await sign(w.ctx(w.as.physician), client, "2026-11-22", [finding("lipid-high")]);
    const changed = await changeFile(w.ctx(), client.number, { manager: "" });
    expect(changed.manager).toBeUndefined();
    expect(await listOf(w, "")).toEqual(["finding-of-lipid-high"]);
    const panel = async (of: string) => (await panelClients(w.ctx(), of)).map(({ number }) => number);
    expect(await panel("none")).toEqual([client.number]);
    expect(await panel("health-manager-1")).toEqual([]);
    await changeFile(w.ctx(), client.number, { occupation: "教师" });
    expect(await panel("none")).toEqual([client.number]);
  });

  test("chosen when a prospect is enrolled has what the prospect's exam opened", async () => {
    const w = await staffed();
    const id = nationalId("1974-03-12", 122);
    const file = `姓名,身份证号,体检日期,空腹血糖(mmol/L)\n林雅文,${id},2026-11-20,17.4`;
    await startImport(w.ctx(w.as.lis), new TextEncoder().encode(file), "a.csv");
    await w.drain();
    const number = (await w.dump()).find(({ sk }) => sk === "FILE#PROFILE")?.pk.slice(2) ?? "";
    await signAssessment(w.ctx(w.as.physician), number, "2026-11-20", 1, {});
    expect(await listOf(w, "")).toHaveLength(2);
    const client = await enrol(w.ctx(), linYawen({ manager: "health-manager-2", notADuplicate: true }));
    expect(client.number).toBe(number);
    expect(await listOf(w, "")).toEqual([]);
    expect(await listOf(w, "health-manager-2")).toEqual(["glucose-very-high", "glucose-very-high"]);
  });
});
