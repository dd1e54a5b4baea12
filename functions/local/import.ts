import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { Sentence, speak } from "./sentence.ts";
import { portIn } from "./settings.ts";
import { tokenFor } from "./token.ts";

/** What became of a file, row by row; every row is counted exactly once. */
interface Result {
  rows: number;
  applied: number;
  unchanged: number;
  quarantined: number;
  rejected: { line: number; column: string; reason: string }[];
}

interface Import {
  id: string;
  state: "queued" | "running" | "done" | "failed" | (string & {});
  result?: Result;
}

/** `npm run import -- FILE`: sends a results file as the LIS would and waits until it is worked through. */
async function send(): Promise<void> {
  const path = process.argv[2];
  if (!path) throw new Sentence("Say which file: npm run import -- FILE");
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Sentence(`The file ${path} cannot be read (${error.code}).`);
  });
  const origin = `http://127.0.0.1:${portIn()}`;
  const authorization = `Bearer ${await tokenFor("lis")}`;
  const { id } = await ask<Import>(`${origin}/api/imports`, {
    method: "POST",
    headers: {
      authorization,
      "content-type": "application/octet-stream",
      "x-file-name": encodeURIComponent(basename(path)),
    },
    body: bytes,
  });
  for (;;) {
    const now = await ask<Import>(`${origin}/api/imports/${id}`, { headers: { authorization } });
    if (now.state === "failed")
      throw new Sentence(`The import ${id} failed; the centre's terminal says where.`);
    if (now.state === "done" && now.result) return tell(now.result);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function ask<T>(url: string, init: RequestInit): Promise<T> {
  const answer = await fetch(url, init).catch(() => {
    throw new Sentence(
      `No centre is running at ${new URL(url).origin}; start it with npm start, or say its PORT.`,
    );
  });
  if (answer.ok) return (await answer.json()) as T;
  const { detail } = (await answer.json().catch(() => ({}))) as { detail?: string };
  throw new Sentence(`The centre refused the file (${answer.status}): ${detail ?? "no reason was given"}`);
}

function tell({ rows, applied, unchanged, quarantined, rejected }: Result): void {
  process.stdout.write(`${JSON.stringify({ rows, applied, unchanged, quarantined, rejected })}\n`);
}

await speak(send);
