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
    const { inputs } = JSON.parse(readFileSync(join(dist, name, "meta.json"), "utf8"));
    expect(Object.keys(inputs).length).toBeGreaterThan(10);
    expect(Object.keys(inputs).filter((path) => /^(functions\/local|test)\//.test(path))).toEqual([]);
  },
);

test.each(deployed)(
  "the %s bundle carries one zod without its languages, and asks Node for nothing by require",
  (name) => {
    const { inputs } = JSON.parse(readFileSync(join(dist, name, "meta.json"), "utf8"));
    expect(Object.keys(inputs).filter((path) => path.includes("zod/v4/locales/zh"))).toEqual([]);
    for (const file of codeOf(name))
      expect(readFileSync(file, "utf8"), file).not.toContain("Dynamic require of");
  },
);
