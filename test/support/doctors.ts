import { addStaff } from "../../shared/access/index.ts";
import { changeDoctor, type Doctor, type DoctorProfile } from "../../shared/testing/index.ts";
import type { World } from "./world.ts";

const forenoon = [{ from: "08:30", to: "11:30" }];

/** A doctor's entry: all three offers, weekday mornings from half past eight to half past eleven. */
export const profile = (otherwise: Partial<DoctorProfile> = {}): DoctorProfile => ({
  specialty: { zh: "内分泌与代谢", en: "Endocrinology" },
  about: { zh: "血糖与甲状腺。", en: "Blood sugar and thyroid." },
  since: 1998,
  speaks: ["zh", "en"],
  offers: ["consultation", "report-reading", "referral"],
  room: "302",
  week: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, hours: forenoon })),
  listed: true,
  ...otherwise,
});

/** Puts a member of staff on the centre's list and into the directory of doctors. */
export async function doctorHere(
  w: World,
  id = "physician-1",
  otherwise: Partial<DoctorProfile> = {},
): Promise<Doctor> {
  await addStaff(w.ctx(w.as.manager), {
    id,
    centre: "centre-1",
    name: "周志远",
    nameLatin: "Zhou Zhiyuan",
    roles: ["physician"],
    rank: "chief",
  });
  return changeDoctor(w.ctx(w.as.manager), id, profile(otherwise));
}
