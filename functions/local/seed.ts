import { addStaff, staffOf } from "../../shared/access/index.ts";
import { commit, putNew } from "../../shared/data/commit.ts";
import { getItem } from "../../shared/data/read.ts";
import type { Actor } from "../../shared/kernel/context.ts";
import { contextFor, type Home } from "../../shared/kernel/home.ts";
import { localDate } from "../../shared/kernel/time.ts";
import { castOf } from "./demo/cast.ts";
import { chanceOf } from "./demo/chance.ts";
import { bookTalks, fillDirectory } from "./demo/doctors.ts";
import { liveHeroine } from "./demo/heroine.ts";
import { lifeOf } from "./demo/life.ts";
import { staffLatin } from "./demo/names.ts";
import { receiveProspects } from "./demo/prospects.ts";
import { rehearsal } from "./demo/rehearsal.ts";
import { live } from "./demo/story.ts";
import { lateValue } from "./demo/telling.ts";
import type { Person } from "./people.ts";
import { localCentre, staff, titleOf } from "./personas.ts";

const firstStart: Actor = { kind: "job", id: "first-start", name: "First start", centre: localCentre };

/** Puts everyone who works at the local centre on its list; who is on it already stays. */
export async function seedCentre(home: Home): Promise<void> {
  const ctx = contextFor(home, firstStart, "demo");
  const there = new Set((await staffOf(ctx, localCentre)).map(({ id }) => id));
  for (const member of staff) {
    const { id, name, role, rank, departments } = member;
    if (!there.has(id))
      await addStaff(ctx, {
        id,
        name,
        nameLatin: staffLatin[name] ?? id,
        title: titleOf(member),
        roles: [role],
        ...(rank ? { rank } : {}),
        ...(departments ? { departments: [...departments] } : {}),
        centre: localCentre,
      });
  }
}

/** Told once everything is there; without it the next start puts everything in again, the same. */
const mark = { pk: `DEMO#${localCentre}`, sk: "CLIENTS" };
const storySeed = 20_261_122;
/** Clients with a time with a doctor in the days ahead. */
const manyTalks = 7;
/** A systolic pressure that has a case of its own already. */
const toldAtOnce = 178;

/**
 * The demo clients with their past: the same clients under the same clock and keys, whenever it is called
 * before the mark. The past is lived in memory and put down whole, so it takes seconds and sends nobody a letter.
 * @returns whom the persona `client` stands for; undefined where the clients were there already.
 */
export async function seed(home: Home): Promise<Person | undefined> {
  if (await getItem(home, mark)) return undefined;
  const present = home.now();
  const { heroine, talkers } = await livePast(home);
  await fillDirectory(home, localDate(present));
  await bookTalks(home, { heroine: heroine.number, others: talkers }, present);
  await commit(contextFor(home, firstStart, "demo"), {
    changes: [putNew(mark)],
    log: { subject: mark.pk, action: "demo.put-down" },
  });
  return { number: heroine.number, name: heroine.name };
}

/** The clients and their past alone, which asks nothing of the table but that it takes what is put down. */
export async function livePast(home: Home): Promise<{ heroine: Person; talkers: string[] }> {
  const present = home.now();
  const today = localDate(present);
  const { table, putDown } = rehearsal(home.table);
  const inMemory: Home = { ...home, table };
  const heroine = await liveHeroine(lifeOf(inMemory, 1, present), today);
  let behind = putDown();
  const talkers: string[] = [];
  let waiting: { number: string; date: string; presses: number } | undefined;
  for (const household of castOf(chanceOf(storySeed), today)) {
    const numbers: string[] = [];
    for (const member of household) {
      const family = member.family.map(({ relation, at }) => ({ relation, client: numbers[at] as string }));
      const life = lifeOf(inMemory, storySeed + member.seed, present);
      const { number } = await live(life, member, today, family);
      numbers.push(number);
      const date = member.exams.at(-1);
      const presses = member.body.measured.values["SBP"] ?? 0;
      const mayWait = member.place === "waiting for review" && presses < toldAtOnce;
      if (mayWait && date && presses > (waiting?.presses ?? 0)) waiting = { number, date, presses };
    }
    if (numbers[0] && household.length > 1 && talkers.length < manyTalks) talkers.push(numbers[0]);
    await behind;
    behind = putDown();
  }
  await receiveProspects(lifeOf(inMemory, 2, present), today);
  if (waiting) await lateValue(lifeOf(inMemory, 3, present), waiting.number, waiting.date, present);
  await putDown();
  return { heroine, talkers };
}
