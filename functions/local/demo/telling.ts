import type { Client } from "../../../shared/clients/index.ts";
import { addMinutes, type Instant } from "../../../shared/kernel/time.ts";
import { receiveResults } from "../../../shared/loop/index.ts";
import {
  type Case,
  casesFor,
  closeCase,
  recordContact,
  recordLook,
} from "../../../shared/monitoring/index.ts";
import type { Chance } from "./chance.ts";
import type { Life } from "./life.ts";
import { asResults } from "./measure.ts";

interface Given {
  life: Life;
  chance: Chance;
  client: Client;
}

const casesIn = async ({ life, client }: Given, state: Case["state"]): Promise<Case[]> =>
  (await casesFor(life.as("nurse-1"), client.number)).filter((one) => one.state === state);

/** What somebody must hear of at once is told on the phone within the hour, all of it in one call. */
export async function tellAtOnce(given: Given): Promise<void> {
  const { life, chance, client } = given;
  const [first, ...others] = await casesIn(given, "open");
  if (!first) return;
  if (!(await life.reach(addMinutes(life.now(), chance.whole(12, 55)), client.number))) return;
  await recordContact(life.as("nurse-1"), {
    client: client.number,
    id: first.id,
    person: "client",
    channel: "phone",
    outcome: "confirmed",
    note: chance.pick(said),
    also: others.map(({ id }) => id),
  });
}

/** A day and a week later somebody asks how it went, and then the case is closed; as far as the time has come. */
export async function lookAfter(given: Given): Promise<void> {
  const { life, chance, client } = given;
  const told = await casesIn(given, "told");
  for (const at of [...new Set(told.flatMap(({ looks }) => looks.map((look) => look.at)))].sort()) {
    if (!(await life.reach(addMinutes(at, chance.whole(5, 90)), client.number))) return;
    for (const { id, looks } of told)
      for (const look of looks.filter((one) => one.at === at))
        await recordLook(life.as(client.manager ?? "nurse-1"), {
          client: client.number,
          id,
          look: look.id,
          note: chance.pick(found),
        });
  }
  for (const { id } of told)
    await closeCase(life.as("physician-1"), { client: client.number, id, word: chance.pick(became) });
}

/**
 * Half an hour ago the laboratory sent a late value of somebody whose exam waits for review: the clock of its
 * case is running when one first looks.
 */
export async function lateValue(life: Life, number: string, date: string, present: Instant): Promise<void> {
  await life.reach(addMinutes(present, -34));
  await receiveResults(life.as("nurse-1"), number, {
    date,
    results: asResults({ K: 6.7 }),
    from: { source: "LIS" },
  });
}

const said = [
  "本人复述无误，当日前往急诊。",
  "本人复述无误，由家属陪同就医。",
  "本人复述无误，已告知出现不适立即拨打120。",
];
const found = ["已就诊，正在处理，本人无不适。", "门诊复查，数值已回落。", "已遵医嘱用药，症状平稳。"];
const became = ["已由专科接诊，转入常规随访。", "复查后已脱离危急范围，按计划复查。"];
