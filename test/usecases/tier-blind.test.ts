import { describe, expect, test } from "vitest";
import { factsOf, readAssessment } from "../../shared/assessment/index.ts";
import { blankHealthFile, type Client, type Enrol, HealthFileSchema } from "../../shared/clients/index.ts";
import { receiveResults } from "../../shared/loop/index.ts";
import { catalogueItem } from "../../shared/testing/index.ts";
import { wellMan } from "../rules/assessment-support.ts";
import { enrolled, nationalId } from "../support/people.ts";
import { world } from "../support/world.ts";

/** Notes every property that is read of something, however deep. */
function watched<T extends object>(of: T, read: Set<string>, path = ""): T {
  return new Proxy(of, {
    get(target, key) {
      const value = Reflect.get(target, key);
      if (typeof key !== "string") return value;
      const at = path ? `${path}.${key}` : key;
      read.add(at);
      return value !== null && typeof value === "object" && !Array.isArray(value)
        ? watched(value, read, at)
        : value;
    },
  });
}

describe("an assessment does not know how good a customer somebody is", () => {
  test("of a client's file it reads sex, birth date and what the health file says, and nothing else", () => {
    const read = new Set<string>();
    const client = {
      number: "P-000000000",
      sex: "female",
      birthDate: "1974-03-12",
      health: blankHealthFile(),
      tier: "platinum",
      spent: 300_000,
      manager: "health-manager-1",
      occupation: "董事长",
    } as unknown as Client;
    factsOf(watched(client, read), [], "2026-11-20");
    const health = Object.keys(HealthFileSchema.shape).map((key) => `health.${key}`);
    const allowed = new Set(["sex", "birthDate", "health", ...health]);
    expect([...read].filter((path) => !allowed.has(path))).toEqual([]);
    expect(read).toContain("health.diagnoses");
  });

  test("two people alike in body and different in everything a customer is get the same proposal, to the byte", async () => {
    const w = await world();
    const plain: Partial<Enrol> = { name: "林雅文", consents: ["care"], occupation: "退休" };
    const grand: Partial<Enrol> = {
      name: "顾承安",
      consents: ["care", "service", "marketing", "employer-aggregate"],
      occupation: "董事长",
      manager: "health-manager-3",
      language: "en",
      contacts: { phone: "13900000001", email: "gu@example.com", wechat: "gu" },
      channels: ["email"],
    };
    const results = Object.entries({ ...wellMan, SBP: 152, FPG: 7.4, LDLC: 4.4 }).map(([item, value]) => ({
      item,
      value,
      unit: catalogueItem(item)?.unit ?? "",
    }));
    const proposals: string[] = [];
    for (const [at, otherwise] of [plain, grand].entries()) {
      const document = { kind: "national-id" as const, text: nationalId("1974-03-12", 122 + 2 * at) };
      const { number } = await enrolled(w, { ...otherwise, document });
      await receiveResults(w.ctx(w.as.nurse), number, {
        date: "2026-11-20",
        results,
        from: { source: at ? "VIP desk" : "LIS" },
      });
      const { assessment } = await readAssessment(w.ctx(w.as.physician), number);
      const { ruleSet, findings, scores, grade } = assessment;
      proposals.push(JSON.stringify({ ruleSet, findings, scores, grade }));
    }
    expect(proposals[0]).toContain("bp-grade1");
    expect(proposals[1]).toBe(proposals[0]);
  });
});
