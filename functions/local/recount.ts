import { addDays, isPlainDate, localDate } from "../../shared/kernel/time.ts";
import { Sentence, speak } from "./sentence.ts";
import { portIn } from "./settings.ts";
import { tokenFor } from "./token.ts";

/** How far back it goes where nobody says from when. */
const usualDays = 400;

/**
 * `node functions/local/recount.ts [FROM]`: makes the cases behind the quality indicators anew from the records, for
 * everybody whom something was written about since a day; the centre must be running.
 */
async function recount(): Promise<void> {
  const today = localDate(new Date().toISOString(), "UTC");
  const from = process.argv[2] ?? addDays(today, -usualDays);
  if (!isPlainDate(from)) throw new Sentence("Say from when: node functions/local/recount.ts 2026-01-01");
  const origin = `http://127.0.0.1:${portIn()}`;
  const headers = {
    authorization: `Bearer ${await tokenFor("manager")}`,
    "content-type": "application/json",
  };
  let clients = 0;
  for (let day = from; day <= addDays(today, usualDays); day = addDays(day, 1)) {
    const body = JSON.stringify({ day });
    const answer = await fetch(`${origin}/api/quality/recount`, { method: "POST", headers, body }).catch(
      () => {
        throw new Sentence(`No centre is running at ${origin}; start it with npm start, or say its PORT.`);
      },
    );
    if (!answer.ok) throw new Sentence(`The centre refused the day ${day} (${answer.status}).`);
    clients += ((await answer.json()) as { clients: number }).clients;
  }
  process.stdout.write(`${JSON.stringify({ from, clients })}\n`);
}

await speak(recount);
