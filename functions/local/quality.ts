import { addDays, isPlainDate, localDate } from "../../shared/kernel/time.ts";
import { Sentence, speak } from "./sentence.ts";
import { portIn } from "./settings.ts";
import { tokenFor } from "./token.ts";

/** How far back it goes where nobody says from when. */
const usualDays = 400;
/** So many days are one request. */
const daysAtOnce = 31;

/**
 * `npm run quality -- [FROM]`: makes the cases behind the quality indicators anew from the records, for
 * everybody whom something was written about since a day; the centre must be running.
 */
async function quality(): Promise<void> {
  const today = localDate(new Date().toISOString(), "UTC");
  const from = process.argv[2] ?? addDays(today, -usualDays);
  if (!isPlainDate(from)) throw new Sentence("Say from when: npm run quality -- 2026-01-01");
  const origin = `http://127.0.0.1:${portIn()}`;
  const headers = {
    authorization: `Bearer ${await tokenFor("manager")}`,
    "content-type": "application/json",
  };
  let clients = 0;
  for (let day = from, until = from; day <= until; day = addDays(day, daysAtOnce)) {
    const body = JSON.stringify({ from: day, days: daysAtOnce });
    const answer = await fetch(`${origin}/api/quality/recount`, { method: "POST", headers, body }).catch(
      () => {
        throw new Sentence(`No centre is running at ${origin}; start it with npm start, or say its PORT.`);
      },
    );
    if (!answer.ok) throw new Sentence(`The centre refused the days from ${day} (${answer.status}).`);
    const done = (await answer.json()) as { clients: number; today: string };
    clients += done.clients;
    until = done.today;
  }
  process.stdout.write(`${JSON.stringify({ from, recounted: clients })}\n`);
}

await speak(quality);
