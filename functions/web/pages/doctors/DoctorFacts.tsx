import { localDate } from "../../../../shared/kernel/time.ts";
import { type DoctorView, offers } from "../../../../shared/testing/index.ts";
import { Facts } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { daysOf, entriesAhead, spansInWords, weekInWords } from "./in-words.ts";

/** What they are good at, what they offer, in which languages and when; and the days that are otherwise. */
export function DoctorFacts({ t, doctor, now }: { t: Text; doctor: DoctorView; now: string }) {
  const ahead = entriesAhead(doctor.exceptions, localDate(now)).slice(0, 4);
  return (
    <>
      <p>{t.pick(doctor.about)}</p>
      <Facts
        facts={[
          [t("doctors.offers"), t.list(doctor.offers.map((offer) => t.pick(offers[offer].name)))],
          [t("doctors.speaks"), t.list(doctor.speaks.map((code) => t(`doctors.speaks-${code}`)))],
          [t("doctors.hours"), weekInWords(t, doctor).join(t.language === "zh" ? "；" : "; ")],
          ...ahead.map(
            (entry) =>
              [
                daysOf(t, entry),
                entry.hours.length ? spansInWords(t, entry.hours) : t("doctors.away"),
              ] as const,
          ),
          [t("doctors.room"), doctor.room],
        ]}
      />
    </>
  );
}
