import { openCentre } from "./centre.ts";
import { openDoor } from "./door.ts";
import { takeFolder } from "./folder.ts";
import { warm } from "./functions.ts";
import { terminalLog } from "./log.ts";
import { Sentence, speak } from "./sentence.ts";
import { readSettings } from "./settings.ts";

/** `npm start`: the whole centre on this machine, until Ctrl-C. */
async function start(): Promise<void> {
  const began = performance.now();
  const settings = readSettings();
  const door = await openDoor(settings.host, settings.port);
  const folder = await takeFolder(settings.data);
  const centre = await openCentre(folder, settings);
  door.open(centre.answer);

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) process.exit(130);
    stopping = true;
    await door.close();
    await centre.stop();
    folder.close();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop());
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(`Perennial 常青 is ready at http://localhost:${settings.port} (${seconds} s)\n`);
  warm().catch((error) => terminalLog.error("not warmed; first clicks will be slower", error));

  await centre.lost;
  if (!stopping) throw new Sentence("The database engine ended by itself; start again.");
}

await speak(start);
