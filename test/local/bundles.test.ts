import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { deployed, dist, root } from "../../functions/build.ts";
import { localIssuer } from "../../functions/local/issuer.ts";

beforeAll(async () => {
  await promisify(execFile)(process.execPath, [join(root, "functions/build.ts")]);
});

/** The sources of which something is left in the bundle. */
function sourcesOf(name: string): string[] {
  const { outputs } = JSON.parse(readFileSync(join(dist, name, "meta.json"), "utf8")) as {
    outputs: Record<string, { inputs: Record<string, { bytesInOutput: number }> }>;
  };
  return Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
}

const filesOf = (name: string): string[] =>
  readdirSync(join(dist, name)).map((file) => join(dist, name, file));
const codeOf = (name: string): string[] => filesOf(name).filter((file) => file.endsWith(".mjs"));

test("the mark of the local issuer is where it is looked for", () => {
  expect(readFileSync(join(root, "functions/local/issuer.ts"), "utf8")).toContain(localIssuer);
});

test.each(deployed)(
  "the %s bundle holds nothing of the local issuer, nor any other file of one machine",
  (name) => {
    const files = filesOf(name);
    expect(codeOf(name).length).toBeGreaterThan(2);
    for (const file of files) expect(readFileSync(file, "utf8"), file).not.toContain(localIssuer);
    expect(sourcesOf(name).length).toBeGreaterThan(10);
    expect(sourcesOf(name).filter((path) => /^(functions\/local|test)\//.test(path))).toEqual([]);
  },
);

test.each(deployed)("the %s bundle leaves zod's languages behind", (name) => {
  expect(sourcesOf(name)).toContainEqual(expect.stringContaining("zod/v4/core/parse"));
  expect(sourcesOf(name).filter((path) => path.includes("zod/v4/locales/zh"))).toEqual([]);
});
