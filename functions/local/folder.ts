import { mkdir, realpath, rm } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { digest } from "../../shared/kernel/ids.ts";
import { writeWhole } from "./files.ts";
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
  const lock = await take(path, await realpath(path));
  return { path, file, close: () => lock.close() };
}

/**
 * The lock is a socket named after the folder: the kernel frees it with the process, however that ends.
 * Linux keeps such names outside the file system; elsewhere a name left behind is a file.
 */
async function take(path: string, real: string): Promise<Server> {
  const name = `perennial-${digest(real)}`;
  if (process.platform !== "linux") await rm(join(tmpdir(), name), { force: true });
  const lock = createServer((socket) => socket.destroy());
  lock.unref();
  return new Promise((resolve, reject) => {
    lock.once("error", () =>
      reject(
        new Sentence(
          `A centre is already running on the data in ${path}; stop it, or choose another folder.`,
        ),
      ),
    );
    lock.listen(process.platform === "linux" ? `\0${name}` : join(tmpdir(), name), () => resolve(lock));
  });
}
