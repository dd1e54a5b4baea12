import { type TableClient, tableClient } from "../../shared/data/client.ts";
import { getItem } from "../../shared/data/read.ts";
import type { Home } from "../../shared/kernel/home.ts";
import { announceWrites } from "./announce.ts";
import { buildIfOlder } from "./bundles.ts";
import { clockIn } from "./clock.ts";
import { clockPage } from "./clock-page.ts";
import type { Answer } from "./door.ts";
import { openEngine } from "./engine.ts";
import { filesIn } from "./files.ts";
import type { Folder } from "./folder.ts";
import { front } from "./front.ts";
import { type Hears, load, type Made } from "./functions.ts";
import { homeOver, type Parts } from "./home.ts";
import { issuer } from "./issuer.ts";
import { keysFor, type LocalKeys } from "./key-file.ts";
import { terminalLog } from "./log.ts";
import { mailboxIn, mailboxPage } from "./mailbox.ts";
import { openMllp } from "./mllp-relay.ts";
import { inTurn, move } from "./moves.ts";
import { choosePersona, clientsToBe, clientToBe, personaIn } from "./people.ts";
import { inProcessQueue } from "./queue.ts";
import type { Settings } from "./settings.ts";
import { clearUnfinished, sow } from "./sow.ts";
import { createTables, engineConfig } from "./tables.ts";
import { followLog, type Tail } from "./tail.ts";
import { startTicker } from "./ticker.ts";

export interface Centre {
  answer: Answer;
  /** Resolves when the engine ended without being asked. */
  lost: Promise<void>;
  stop(): Promise<void>;
}

const names = { records: "records", log: "log" };

/**
 * Puts a whole centre together over a data folder: the engine, the built functions with one home between
 * them, the queue, the sweep and the log's follower, the issuer, the mailbox and the clock.
 * @throws Sentence when something of the place is missing or broken.
 */
export async function openCentre(folder: Folder, settings: Settings): Promise<Centre> {
  const keys = await keysFor(folder.path, settings.keys);
  await clearUnfinished(folder);
  const [engine] = await Promise.all([openEngine(folder), buildIfOlder()]);
  const stops: (() => Promise<void>)[] = [engine.stop];
  const stop = async () => {
    for (let one = stops.pop(); one; one = stops.pop()) await one();
  };
  try {
    await createTables(engine.endpoint, names);
    const open = (make: typeof tableClient) => make(engineConfig(engine.endpoint), names);
    const answer = await furnish({ folder, settings, keys, open, stops });
    return { answer, lost: engine.ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Room {
  folder: Folder;
  settings: Settings;
  keys: LocalKeys;
  open(make: typeof tableClient): TableClient;
  /** What has to be stopped, last first. */
  stops: (() => Promise<void>)[];
}

async function furnish({ folder, settings, keys, open, stops }: Room): Promise<Answer> {
  const clock = await clockIn(folder.file("clock.json"));
  const mailbox = await mailboxIn(folder.file("mail.jsonl"), clock.now);
  const publicUrl = `http://localhost:${settings.port}`;
  const functions: Partial<Made> = {};
  const queue = inProcessQueue({
    log: terminalLog,
    handle: async (job) => (job.kind === "import" ? functions.intake : functions.send)?.handle(job),
  });
  const parts: Parts = { clock, keys, files: filesIn(folder.file("files")), queue, mailbox, publicUrl };
  const home = homeOver(parts, open(tableClient));
  await sow(home, folder, settings.empty);

  let announce: Tail["touch"] = () => {};
  Object.assign(
    functions,
    await load((make) => {
      const own = open(make);
      announceWrites(own, (slices) => announce(slices));
      return homeOver(parts, own);
    }),
  );
  const tail = await follow(home, folder, functions);
  announce = tail.touch;
  const ticker = startTicker(async () => functions.tick?.run(), terminalLog);
  stops.push(tail.stop, queue.stop, ticker.stop, await openMllp(settings.mllp, home, keys, functions));

  const settle = () => ticker.now().then(queue.idle);
  const moveOn = inTurn(async (how) => {
    await move({ clock, table: home.table, settle }, how);
    await tail.caughtUp();
  });
  return front(
    {
      api: functions.api,
      fhir: functions.fhir,
      web: functions.web,
      issuer: signIn(home, keys, folder),
      mailbox: mailboxPage(mailbox),
      clock: clockPage(clock.now, moveOn),
      health: healthOf(home),
    },
    publicUrl,
  );
}

/** The log's follower: the projections, and who signs in as "the client". */
function follow(home: Home, folder: Folder, functions: Partial<Made>): Promise<Tail> {
  return followLog({
    table: home.table,
    now: home.now,
    cursorFile: folder.file("tail.json"),
    log: terminalLog,
    async handle(entries) {
      await functions.project?.handle(entries);
      if (entries.some(({ action }) => action === "client.enrolled")) await choosePersona(home, folder.path);
    },
  });
}

function signIn(home: Home, keys: LocalKeys, folder: Folder): Hears {
  return issuer({
    key: keys.signing,
    url: `${home.publicUrl}/local/issuer`,
    origins: [home.publicUrl],
    clients: async () => {
      const first = await personaIn(folder.path);
      const others = await clientsToBe(home);
      return first ? [first, ...others.filter(({ number }) => number !== first.number)] : others;
    },
    clientOf: (number) => clientToBe(home, number),
  });
}

/** Well when the table answers. */
const healthOf = (home: Home): Hears => ({
  fetch: async () => {
    await getItem(home, { pk: "HEALTH", sk: "HEALTH" });
    return Response.json({ status: "ok" });
  },
});
