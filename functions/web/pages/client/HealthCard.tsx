import { mayEver } from "../../../../shared/access/index.ts";
import { diagnosisNames, drugNames } from "../../../../shared/assessment/index.ts";
import type { Client, HealthFile } from "../../../../shared/clients/index.ts";
import type { Actor } from "../../../../shared/kernel/context.ts";
import { Facts } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";

/** What the health file says, what nobody has answered yet, and the way to answer it. */
export function HealthCard({ t, client, actor }: { t: Text; client: Client; actor: Actor }) {
  const { health } = client;
  const unanswered = asked(client).filter((name) => health[name] === "unknown");
  return (
    <section class="card" aria-labelledby="health">
      <h2 id="health">{t("health.heading")}</h2>
      <Facts facts={factsOf(t, health)} />
      {unanswered.length ? (
        <p class="small quiet">
          {t("health.unanswered", { names: t.list(unanswered.map((name) => t(labels[name]))) })}
        </p>
      ) : null}
      {mayEver(actor, "health:change") ? (
        <a href={`/clients/${client.number}/health`}>{t("health.open")}</a>
      ) : null}
    </section>
  );
}

const labels = {
  smoking: "health.smoking",
  exercise: "health.exercise",
  dailyVegFruit: "health.veg-fruit",
  homeNorth: "health.north",
  homeUrban: "health.urban",
  everHighGlucose: "health.high-glucose",
  gestationalDiabetes: "health.gestational",
  familyDiabetes: "health.family-diabetes",
  familyAscvd: "health.family-ascvd",
} as const;
type Asked = keyof typeof labels;

/** The questions the scores ask of this person. */
const asked = ({ sex }: Client): Asked[] =>
  (Object.keys(labels) as Asked[]).filter((name) => sex === "female" || name !== "gestationalDiabetes");

function factsOf(t: Text, health: HealthFile): [string, string | undefined][] {
  const said = <T extends string>(answer: T | "unknown", word: (answer: T) => string) =>
    answer === "unknown" ? undefined : word(answer as T);
  const family = [
    health.familyDiabetes === "first-degree" || health.familyDiabetes === "second-degree"
      ? t("health.short-diabetes", { who: t(`health.family-diabetes.${health.familyDiabetes}`) })
      : undefined,
    ["early", "later", "age-unknown"].includes(health.familyAscvd)
      ? t(`health.short-ascvd.${health.familyAscvd as "early"}`)
      : undefined,
  ].filter((one) => one !== undefined);
  return [
    [t("health.diagnoses"), t.list(health.diagnoses.map((code) => t.pick(diagnosisNames[code])))],
    [t("health.drugs"), t.list(health.drugs.map((code) => t.pick(drugNames[code])))],
    [t("health.smoking"), said(health.smoking, (word) => t(`health.smoking.${word}`))],
    [t("health.alcohol"), said(health.alcohol, (word) => t(`health.alcohol.${word}`))],
    [t("health.exercise"), said(health.exercise, (word) => t(`health.exercise.${word}`))],
    [t("health.family"), family.length ? t.list(family) : undefined],
  ];
}
