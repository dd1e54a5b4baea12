import { mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import type { Files } from "../../shared/kernel/ports.ts";
import { Sentence } from "./sentence.ts";

/**
 * Files below one folder. A file is there whole or not at all, and is on the disk when `put` returns.
 * @throws Error for a key that leads out of the folder.
 */
export function filesIn(folder: string): Files {
  const pathOf = (key: string): string => {
    const path = normalize(key);
    if (!key || path.startsWith("..") || path.startsWith("/"))
      throw new Error("a file key that leads outside");
    return join(folder, path);
  };
  return {
    put: (key, bytes) => writeWhole(pathOf(key), bytes),
    async get(key) {
      try {
        return await readFile(pathOf(key));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw error;
      }
    },
  };
}

let written = 0;

/** Writes beside, flushes, then renames over: a crash leaves the old file or the new one. */
export async function writeWhole(path: string, contents: Uint8Array | string, mode = 0o600): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  written += 1;
  const beside = `${path}.${process.pid}.${written}.part`;
  const file = await open(beside, "w", mode);
  try {
    await file.writeFile(contents);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
}

/** A small JSON file, or `otherwise` where there is none. @throws Sentence when it is not JSON. */
export async function readJson<T>(path: string, otherwise: T): Promise<T> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return otherwise;
    if (error instanceof SyntaxError)
      throw new Sentence(
        `The file ${path} is broken; restore it or choose another folder with PERENNIAL_DATA.`,
      );
    throw error;
  }
}
