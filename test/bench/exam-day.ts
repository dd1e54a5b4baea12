import { fileURLToPath } from "node:url";
import { findEngine, startEngine } from "../../functions/local/engine.ts";
import { apiOf, booked, type DayFigures, liveDay, town } from "../support/exam-floor.ts";
import { world } from "../support/world.ts";

const many = 400;
const seed = 7;
const [monday, tuesday] = ["2026-11-23", "2026-11-24"];

/** Twenty people: at the sample desk one attends to four, for what takes time there the client does alone. */
const staff = 20;
const places = {
  "vitals room": 6,
  "blood draw": 3,
  "sample desk": 4,
  "function tests": 4,
  ultrasound: 3,
  "X-ray": 1,
  CT: 1,
  gynaecology: 1,
};

export interface DayResults {
  clients: number;
  staff: number;
  seed: number;
  firstCome: DayFigures;
  ours: DayFigures;
  /** Waiting saved against first come, as a share. */
  lessWaiting: number;
}

/**
 * One day of 400 clients and 20 staff lived twice through the API: the same people, hours, paces and items; once
 * down the guide sheet, first come first served, once by our rule.
 */
export async function examDay(endpoint: string): Promise<DayResults> {
  const w = await world({ endpoint, seed });
  const api = apiOf(w);
  const numbers = await town(w, many, [monday, tuesday], Math.ceil(many / 15));
  const day = async (date: string, routing: string): Promise<DayFigures> => {
    const visitors = await booked(w, api, numbers, date, seed);
    await api.ask(w.as.manager, "PUT", "/floor", { places, routing });
    return liveDay(w, api, date, visitors, places);
  };
  const firstCome = await day(monday, "first-come");
  const ours = await day(tuesday, "shortest-wait");
  const lessWaiting = 1 - ours.meanWait / firstCome.meanWait;
  return { clients: many, staff, seed, firstCome, ours, lessWaiting: Math.round(lessWaiting * 1000) / 1000 };
}

/** The day's figures for a terminal. */
export function dayInWords({ clients, firstCome, ours, lessWaiting }: DayResults): string {
  const line = (name: string, one: DayFigures) =>
    `${name}: waiting mean ${one.meanWait}, nine of ten under ${one.p90Wait}, longest ${one.longestWait} min; ` +
    `in the house ${one.meanInHouse} min; may eat after ${one.meanUntilFood} min; last out ${one.lastOut.slice(11, 16)} UTC; stuck ${one.stuck.length}`;
  return [
    `exam day, ${clients} clients, ${staff} staff, seed ${seed}`,
    line("  first come   ", firstCome),
    line("  shortest wait", ours),
    `  ${Math.round(lessWaiting * 100)}% less waiting`,
  ].join("\n");
}

/** `node test/bench/exam-day.ts` runs this part alone. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const engine = await startEngine(findEngine());
  try {
    console.log(dayInWords(await examDay(engine.endpoint)));
  } finally {
    await engine.stop();
  }
}
