import { expect, test } from "vitest";
import { castOf } from "../../functions/local/demo/cast.ts";
import { chanceOf } from "../../functions/local/demo/chance.ts";
import { figures } from "../../functions/local/demo/published.ts";
import { type HealthFile, HealthFileSchema } from "../../shared/clients/index.ts";

const today = "2026-11-22";
const cast = () =>
  castOf(chanceOf(20_261_122), today)
    .flat()
    .map(({ enrol, exams }) => ({
      health: HealthFileSchema.parse(enrol.health),
      born: Number(enrol.birthDate.slice(0, 4)),
      sex: enrol.sex,
      enrolled: Number((exams[0] ?? today).slice(0, 4)),
    }));
const people = cast();

const share = (of: typeof people, so: (health: HealthFile) => boolean) =>
  of.filter(({ health }) => so(health)).length / of.length;

test("the demo's health files are the same in every run", () => {
  expect(cast()).toEqual(people);
});

test("leave in each question some unanswered, as in life, and answer most", () => {
  for (const question of [
    "dailyVegFruit",
    "homeNorth",
    "homeUrban",
    "everHighGlucose",
    "familyDiabetes",
    "familyAscvd",
    "familyHypertension",
    "familyCancer",
  ] as const) {
    const unknown = share(people, (health) => health[question] === "unknown");
    expect(unknown, question).toBeGreaterThan(0.04);
    expect(unknown, question).toBeLessThan(0.22);
  }
});

test("follow the published shares, as near as two hundred people can", () => {
  const answered = people.filter(({ health }) => health.homeUrban !== "unknown");
  expect(
    Math.abs(share(answered, (health) => health.homeUrban === "yes") - figures.urban.share),
  ).toBeLessThan(0.1);
  const young = people.filter(
    ({ sex, health }) => sex === "female" && health.gestationalDiabetes !== "unknown",
  );
  expect(
    Math.abs(
      share(young, (health) => health.gestationalDiabetes === "yes") - figures.gestationalDiabetes.prevalence,
    ),
  ).toBeLessThan(0.12);
});

test("know since when there is diabetes, and ask no man of pregnancies", () => {
  for (const { health, born, enrolled, sex } of people) {
    expect(health.diabetesSince !== undefined).toBe(health.diagnoses.includes("diabetes"));
    if (health.diabetesSince !== undefined) {
      expect(health.diabetesSince).toBeGreaterThan(born);
      expect(health.diabetesSince).toBeLessThanOrEqual(enrolled);
      expect(health.everHighGlucose).toBe("yes");
    }
    if (sex === "male") expect(health.gestationalDiabetes).toBe("unknown");
  }
});
