import { link, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { digest } from "../../shared/kernel/ids.ts";
import { readJson, writeWhole } from "./files.ts";
import { type KeySet, newKeySet } from "./keys.ts";
import { Sentence } from "./sentence.ts";
import { newSigningKey, type SigningKey } from "./tokens.ts";

export interface LocalKeys {
  set: KeySet;
  signing: SigningKey;
}

interface Mark {
  keys: string;
}

/**
 * The keys of a data folder. Made at the first start, in a file only its owner may read; a mark in the data
 * folder remembers which keys its identifiers were sealed with.
 * @throws Sentence when the folder has data and its keys are gone, others or unreadable: new keys would
 * make every identifier in it unreadable and every person a stranger.
 */
export async function keysFor(data: string, file: string): Promise<LocalKeys> {
  const markFile = join(data, "keys.mark");
  const mark = await readJson<Mark | undefined>(markFile, undefined);
  const keys = (await read(file)) ?? (mark ? gone(data, file) : await make(file));
  const print = digest(keys.set.mac);
  if (mark && mark.keys !== print)
    throw new Sentence(
      `The keys in ${file} are not those of the data in ${data}; bring the right key file back.`,
    );
  if (!mark) await writeWhole(markFile, JSON.stringify({ keys: print } satisfies Mark));
  return keys;
}

async function read(file: string): Promise<LocalKeys | undefined> {
  try {
    const keys = JSON.parse(await readFile(file, "utf8")) as LocalKeys;
    if (!keys.set?.mac || !keys.signing?.private) throw new SyntaxError("not a key file");
    return keys;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new Sentence(`The key file ${file} cannot be read; bring an intact copy back.`);
  }
}

function gone(data: string, file: string): never {
  throw new Sentence(
    `The data in ${data} needs its key file ${file}, which is gone; bring it back (PERENNIAL_KEYS) or start with another data folder.`,
  );
}

/** Two first starts at once agree on one file: whoever links second reads the first one's. */
async function make(file: string): Promise<LocalKeys> {
  const made: LocalKeys = { set: newKeySet(), signing: await newSigningKey() };
  const beside = `${file}.${process.pid}.new`;
  await writeWhole(beside, `${JSON.stringify(made, null, 2)}\n`);
  try {
    await link(beside, file);
    return made;
  } catch (error) {
    const theirs = (error as NodeJS.ErrnoException).code === "EEXIST" ? await read(file) : undefined;
    if (!theirs)
      throw new Sentence(`The key file ${file} cannot be written; choose another place with PERENNIAL_KEYS.`);
    return theirs;
  } finally {
    await rm(beside, { force: true });
  }
}
