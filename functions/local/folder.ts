import { mkdir, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { writeWhole } from "./files.ts";
import { takeLock } from "./lock.ts";
import { Sentence } from "./sentence.ts";

/** The data folder, ours alone until `close`. */
export interface Folder {
  path: string;
  /** A file of the folder. */
  file(name: string): string;
  close(): void;
}

/**
 * Makes the folder if need be, tries to write in it, and takes it for this process alone.
 * @throws Sentence when it cannot be used or another centre is running on it.
 */
export async function takeFolder(path: string): Promise<Folder> {
  const file = (name: string) => join(path, name);
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await writeWhole(file("trial"), "");
    await rm(file("trial"));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "error";
    throw new Sentence(
      `The data folder ${path} cannot be written (${code}); mend it or choose another with PERENNIAL_DATA.`,
    );
  }
  const close = await takeLock(await realpath(path));
  if (!close)
    throw new Sentence(
      `A centre is already running on the data in ${path}; stop it, or choose another folder with PERENNIAL_DATA.`,
    );
  return { path, file, close };
}
