import type { DoctorView } from "../../../../shared/testing/index.ts";
import type { Text } from "../../text/index.ts";
import { doctorName, initials, yearsOf } from "./in-words.ts";

/** Who it is: initials, name, title, specialty and years of practice. */
export function DoctorHead({
  t,
  doctor,
  now,
  as: Heading = "h2",
}: {
  t: Text;
  doctor: DoctorView;
  now: string;
  as?: "h1" | "h2";
}) {
  return (
    <div class="person">
      <span class="av" aria-hidden="true">
        {initials(t, doctor)}
      </span>
      <div>
        <Heading id={`doctor-${doctor.id}`}>{doctorName(t, doctor)}</Heading>
        <p class="small">
          {[
            doctor.title ? t.pick(doctor.title) : "",
            t.pick(doctor.specialty),
            t("doctors.years", { n: yearsOf(doctor, now) }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
    </div>
  );
}
