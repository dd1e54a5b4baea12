import type { Role } from "../../../shared/kernel/context.ts";
import type { IconName } from "../components/icons.ts";

/** Every place in the product that a rail or a tab bar may lead to. */
export const places = {
  today: { href: "/today", icon: "home" },
  enrol: { href: "/enrol", icon: "person" },
  book: { href: "/book", icon: "calendar" },
  sell: { href: "/sell", icon: "package" },
  cash: { href: "/cash", icon: "value" },
  appointments: { href: "/appointments", icon: "phone" },
  doctors: { href: "/doctors", icon: "person" },
  "doctor-settings": { href: "/settings/doctors", icon: "person" },
  "team-days": { href: "/team-days", icon: "campaign" },
  import: { href: "/import", icon: "import" },
  messages: { href: "/messages", icon: "message" },
  queue: { href: "/queue", icon: "queue" },
  results: { href: "/results", icon: "results" },
  samples: { href: "/samples", icon: "sample" },
  quarantine: { href: "/quarantine", icon: "quarantine" },
  review: { href: "/review", icon: "review" },
  departments: { href: "/departments", icon: "edit" },
  clients: { href: "/clients", icon: "clients" },
  critical: { href: "/cases", icon: "warning" },
  reports: { href: "/reports", icon: "report" },
  worklist: { href: "/worklist", icon: "worklist" },
  monitor: { href: "/monitor", icon: "monitor" },
  plans: { href: "/plans", icon: "plans" },
  educate: { href: "/educate", icon: "educate" },
  programme: { href: "/company", icon: "home" },
  booking: { href: "/company/booking", icon: "calendar" },
  roster: { href: "/company/roster", icon: "clients" },
  "group-report": { href: "/company/report", icon: "report" },
  value: { href: "/value", icon: "value" },
  quality: { href: "/quality", icon: "star" },
  panels: { href: "/panel", icon: "person" },
  campaigns: { href: "/campaigns", icon: "campaign" },
  capacity: { href: "/capacity", icon: "calendar" },
  catalogue: { href: "/settings/catalogue", icon: "package" },
  rules: { href: "/settings/rules", icon: "shield" },
  questionnaires: { href: "/settings/questionnaires", icon: "educate" },
  templates: { href: "/settings/templates", icon: "message" },
  calculators: { href: "/calculators", icon: "calculator" },
  settings: { href: "/settings", icon: "settings" },
  "client-home": { href: "/me", icon: "home" },
  "client-plan": { href: "/me/plan", icon: "plans" },
  "client-book": { href: "/me/visits", icon: "calendar" },
  "client-me": { href: "/me/profile", icon: "person" },
} as const satisfies Record<string, { href: string; icon: IconName }>;

export type Place = keyof typeof places;

const placesOf: Record<Role, readonly Place[]> = {
  "front-desk": [
    "today",
    "queue",
    "enrol",
    "book",
    "sell",
    "clients",
    "appointments",
    "doctors",
    "team-days",
    "samples",
    "cash",
    "messages",
  ],
  nurse: [
    "today",
    "queue",
    "results",
    "departments",
    "critical",
    "import",
    "clients",
    "samples",
    "team-days",
    "quarantine",
    "calculators",
    "rules",
  ],
  physician: [
    "review",
    "appointments",
    "departments",
    "clients",
    "critical",
    "results",
    "quarantine",
    "reports",
    "calculators",
    "rules",
  ],
  "health-manager": [
    "worklist",
    "clients",
    "critical",
    "appointments",
    "doctors",
    "monitor",
    "plans",
    "educate",
    "messages",
    "calculators",
    "rules",
  ],
  manager: [
    "value",
    "quality",
    "campaigns",
    "clients",
    "critical",
    "panels",
    "capacity",
    "catalogue",
    "sell",
    "cash",
    "doctor-settings",
    "team-days",
    "appointments",
    "rules",
    "questionnaires",
    "templates",
    "settings",
  ],
  hr: ["programme", "booking", "roster", "group-report"],
  client: ["client-home", "client-plan", "client-book", "client-me"],
  lis: [],
  job: [],
};

/** One entry of a rail or tab bar. */
export interface NavEntry {
  place: Place;
  href: string;
  icon: IconName;
  key: `nav.${Place}`;
  count?: number | undefined;
}

/**
 * The rail of somebody with these roles, in the order of the first role, without repeats, and only with the
 * places that exist (`open`). A count is shown when it is above zero.
 */
export function navFor(
  roles: readonly Role[],
  open: readonly Place[],
  counts: Readonly<Partial<Record<Place, number>>> = {},
): NavEntry[] {
  const wanted = new Set(roles.flatMap((role) => placesOf[role]));
  return [...wanted]
    .filter((place) => open.includes(place))
    .map((place) => ({ place, ...places[place], key: `nav.${place}`, count: counts[place] || undefined }));
}
