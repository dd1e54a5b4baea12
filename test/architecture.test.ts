import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { forbidden, type Module } from "./support/import-rules.ts";

const root = resolve(import.meta.dirname, "..");

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith(".d.ts"))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

function moduleOf(file: string): Module {
  const text = readFileSync(join(root, file), "utf8");
  const found = [
    ...text.matchAll(
      /^\s*(?:import|export)\b[^"';]*?\bfrom\s+"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)|^import\s+"([^"]+)"/gm,
    ),
  ];
  const imports = found.map((match) => {
    const name = (match[1] ?? match[2] ?? match[3]) as string;
    const path = name.startsWith(".")
      ? relative(root, resolve(root, dirname(file), name.replace(/\?.*$/, "")))
      : name;
    return { path, typeOnly: /^\s*(?:import|export)\s+type\b/.test(match[0]) };
  });
  return { file, text, imports };
}

const modules = ["shared", "functions", "infra"].flatMap(sources).map(moduleOf);

describe("who may import whom", () => {
  test("the check sees the whole tree, and every import in it", () => {
    expect(modules.length).toBeGreaterThan(150);
    expect(modules.flatMap(({ imports }) => imports).length).toBeGreaterThan(600);
  });

  test("no module breaks an import rule", () => {
    expect(modules.flatMap((module) => forbidden(module, modules))).toEqual([]);
  });

  test.each([
    ["shared/testing/x.ts", "shared/monitoring/index.ts", "a context imports one to its right"],
    ["shared/monitoring/x.ts", "shared/clients/clients.store.ts", "a context reaches past another's gate"],
    ["functions/web/pages/x.tsx", "shared/clients/clients.store.ts", "a function reaches a store"],
    ["functions/api/x.ts", "functions/web/app.tsx", "a function imports another"],
    ["functions/api/x.ts", "functions/local/issuer.ts", "a function imports the local home"],
    ["shared/clients/x.ts", "@aws-sdk/client-s3", "a context speaks to AWS"],
    ["shared/clients/x.ts", "hono", "a context speaks HTTP"],
    ["infra/x.ts", "shared/clients/index.ts", "infrastructure knows a context"],
    ["shared/kernel/x.ts", "shared/clients/index.ts", "the kernel knows a context"],
    ["shared/clients/x.ts", "test/support/world.ts", "the product needs a test"],
  ])("%s → %s is noticed: %s", (file, path) => {
    const broken = { file, text: "", imports: [{ path, typeOnly: false }] };
    expect(forbidden(broken, [...modules, broken])).toHaveLength(1);
  });

  test.each(["process.env", "new Date()", "Date.now()", "Math.random()"])(
    "%s in a verb is noticed",
    (used) => {
      const broken = { file: "shared/clients/x.ts", text: `const x = ${used};`, imports: [] };
      expect(forbidden(broken, [broken])).toHaveLength(1);
    },
  );

  test("contexts form no circle", () => {
    const a = {
      file: "shared/clients/a.ts",
      text: "",
      imports: [{ path: "shared/clients/b.ts", typeOnly: false }],
    };
    const b = {
      file: "shared/clients/b.ts",
      text: "",
      imports: [{ path: "shared/clients/a.ts", typeOnly: false }],
    };
    expect(forbidden(a, [a, b])).toHaveLength(1);
  });
});
