import type { Grade } from "../../../../shared/assessment/index.ts";
import { type Client, purposes } from "../../../../shared/clients/index.ts";
import { ageOn, type Instant, localDate } from "../../../../shared/kernel/time.ts";
import type { BannerClient, GradeName } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { scriptsOf } from "../clients/person.ts";

/** The grade as it is drawn. */
export const gradeNames = {
  healthy: "healthy",
  "sub-health": "subhealth",
  "needs-confirmation": "suspected",
  disease: "disease",
} as const satisfies Record<Grade["path"], GradeName>;

/** What the banner says of a client. `manager` is the health manager's name. */
export function bannerOf(
  t: Text,
  client: Client,
  now: Instant,
  more: { grade?: Grade["path"] | "unseen" | undefined; manager?: string | undefined } = {},
): BannerClient {
  const { allergies } = client.health;
  const given = purposes.filter((purpose) => client.consents[purpose]?.given);
  return {
    number: client.number,
    name: scriptsOf(client),
    sex: client.sex,
    age: ageOn(client.birthDate, localDate(now, client.zone)),
    allergy: allergies.text
      ? { is: "known", what: allergies.text }
      : allergies.asked
        ? { is: "none", asked: client.enrolledAt ?? client.createdAt }
        : { is: "unasked" },
    grade: more.grade && more.grade !== "unseen" ? gradeNames[more.grade] : more.grade,
    consent: given.map((purpose) => t(`client.purpose.${purpose}`)),
    withheld: given.includes("marketing") ? undefined : t("client.no-marketing"),
    manager: more.manager,
  };
}

/** Both names in the reader's order, as plain words. */
export const nameOf = (t: Text, { name, nameLatin }: Pick<Client, "name" | "nameLatin">): string =>
  t.language === "en" ? (nameLatin ?? name) : name;
