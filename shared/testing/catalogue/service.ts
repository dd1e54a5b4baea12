import type { Bilingual } from "../../kernel/text.ts";
import { services } from "./data/services.ts";

/** What services are counted under, here and in the spend ledger. */
export const serviceCategories = {
  education: { en: "Health education", zh: "健康宣教" },
  consultation: { en: "Consultation", zh: "咨询" },
  prevention: { en: "Prevention", zh: "预防" },
  rehabilitation: { en: "Rehabilitation", zh: "康复" },
  care: { en: "Care", zh: "照护" },
  insurance: { en: "Insurance", zh: "保险" },
} as const satisfies Record<string, Bilingual>;
export type ServiceCategory = keyof typeof serviceCategories;

/** Something the centre sells that is no examination: it has no result. */
export interface Service {
  /** Begins with `S-`; no item does. */
  code: string;
  category: ServiceCategory;
  name: Bilingual;
  what: Bilingual;
  where: "centre" | "home" | "remote" | "partner";
  minutes: number;
  priceFen: number;
  costFen: number;
}

const byCode = new Map(services.map((service) => [service.code, service]));

/** The service of a code, or undefined. */
export const serviceCalled = (code: string): Service | undefined => byCode.get(code);

export { services };
