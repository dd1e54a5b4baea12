import { rm } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { digest } from "../../shared/kernel/ids.ts";

/**
 * Takes a lock among the processes of this machine, or tells by undefined that another has it. It is a
 * listening socket, so the kernel frees it with its process, however that ends. Linux keeps the name
 * outside the file system; elsewhere it is a file, which a crash leaves behind and the next taker clears.
 * @returns what gives the lock back.
 */
export async function takeLock(name: string): Promise<(() => void) | undefined> {
  const mark = `perennial-${digest(name)}`;
  if (process.platform === "linux") return listen(`\0${mark}`);
  const file = join(tmpdir(), mark);
  const taken = await listen(file);
  if (taken || (await isHeld(file))) return taken;
  await rm(file, { force: true });
  return listen(file);
}

function listen(path: string): Promise<(() => void) | undefined> {
  const lock = createServer((socket) => socket.destroy()).unref();
  return new Promise((resolve) => {
    lock.once("error", () => resolve(undefined));
    lock.listen(path, () => resolve(() => void lock.close()));
  });
}

function isHeld(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
