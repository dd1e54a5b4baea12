import type { Role } from "../kernel/context.ts";

/**
 * How far a permission reaches.
 * `centre`: everything of the actor's own centre · `own`: the one client the actor is ·
 * `account`: the actor's own corporate account · `all`: not about anybody.
 */
export type Reach = "centre" | "own" | "account" | "all";

type Row = Partial<Record<Role, Reach>>;

const careStaff = { nurse: "centre", physician: "centre", "health-manager": "centre" } as const;
const everyStaff = { "front-desk": "centre", ...careStaff, manager: "centre" } as const;

/**
 * The one policy table: action × role → reach. An action without a row does not exist; a role
 * without a column may never do it. Routes, buttons and the matrix test read this and nothing else.
 */
export const policy = {
  "self:read": { ...everyStaff, hr: "all", client: "all" },

  "client:enrol": { "front-desk": "centre", "health-manager": "centre" },
  "client:search": everyStaff,
  "client:read": { ...everyStaff, client: "own" },
  "client:change": { "front-desk": "centre", "health-manager": "centre" },
  "client:merge": { "front-desk": "centre", manager: "centre" },
  "health:change": { "front-desk": "centre", ...careStaff },
  "client:consent": { "front-desk": "centre", "health-manager": "centre", client: "own" },
  "client:log": { physician: "centre", "health-manager": "centre", manager: "centre", client: "own" },

  "catalogue:read": { ...everyStaff, client: "all", lis: "all" },
  "calculator:use": { nurse: "all", physician: "all", "health-manager": "all" },
  "booking:read": { ...everyStaff, client: "own" },
  "booking:make": { "front-desk": "centre", "health-manager": "centre", manager: "centre", client: "own" },
  "booking:invite": { "front-desk": "centre", "health-manager": "centre" },
  "booking:override": { manager: "centre" },
  "booking:cancel": { "front-desk": "centre", "health-manager": "centre", client: "own" },
  "booking:check-in": { "front-desk": "centre", nurse: "centre" },
  "day:read": { ...everyStaff },
  "calendar:read": everyStaff,
  "calendar:change": { manager: "centre" },
  "quota:set": { manager: "centre" },

  "exam:read": { ...everyStaff, client: "own" },
  "exam:work": { "front-desk": "centre", nurse: "centre", physician: "centre" },
  "exam:verify": { nurse: "centre", physician: "centre" },
  "exam:pass-on": { "front-desk": "centre" },
  "floor:read": everyStaff,
  "floor:work": { "front-desk": "centre", nurse: "centre", physician: "centre" },
  "floor:ready": { "front-desk": "centre", nurse: "centre", client: "own" },
  "floor:change": { nurse: "centre", manager: "centre" },
  "samples:read": { "front-desk": "centre", nurse: "centre" },
  "samples:work": { nurse: "centre" },
  "orders:fetch": { nurse: "centre", lis: "centre" },
  "doctor:read": { ...everyStaff, client: "all" },
  "doctor:change": { manager: "centre" },
  "appointment:read": { ...everyStaff, client: "own" },
  "appointment:make": {
    "front-desk": "centre",
    physician: "centre",
    "health-manager": "centre",
    manager: "centre",
    client: "own",
  },
  "team-day:read": everyStaff,
  "team-day:book": { "front-desk": "centre", "health-manager": "centre", manager: "centre" },
  "team-day:plan": { manager: "centre" },
  "appointment:end": { physician: "centre", "health-manager": "centre" },

  "price:read": { "front-desk": "all", physician: "all", "health-manager": "all", manager: "all" },
  "price:change": { manager: "all" },
  "sale:quote": {
    "front-desk": "centre",
    physician: "centre",
    "health-manager": "centre",
    manager: "centre",
  },
  "sale:make": { "front-desk": "centre", manager: "centre" },
  "sale:read": { "front-desk": "centre", manager: "centre", client: "own" },
  "payment:record": { "front-desk": "centre", manager: "centre" },
  "cash:read": { "front-desk": "centre", manager: "centre" },
  "cash:close": { "front-desk": "centre", manager: "centre" },

  "results:read": { ...careStaff, client: "own" },
  "results:enter": { nurse: "centre", physician: "centre" },
  "results:import": { nurse: "centre", lis: "centre" },
  "document:add": { ...careStaff, client: "own" },
  "document:read": { ...careStaff, client: "own" },
  "document:withdraw": { nurse: "centre", physician: "centre" },
  "quarantine:work": { nurse: "centre", physician: "centre" },

  "department:conclude": { nurse: "centre", physician: "centre" },
  "template:read": { nurse: "all", physician: "all", manager: "all" },
  "template:edit": { manager: "all" },
  "assessment:read": { ...careStaff, client: "own" },
  "assessment:review": { physician: "centre" },
  "assessment:sign": { physician: "centre" },
  "assessment:countersign": { physician: "centre" },
  "assessment:release": { physician: "centre" },
  "report:recall": { physician: "centre" },
  "report:share": { client: "own" },

  "rules:read": { nurse: "all", physician: "all", "health-manager": "all", manager: "all" },
  "rules:draft": { physician: "all" },
  "rules:sign": { physician: "all" },
  "rules:compare": { physician: "centre" },

  "follow-up:read": { ...careStaff, client: "own" },
  "follow-up:work": { physician: "centre", "health-manager": "centre" },
  "panel:plan": { "health-manager": "centre", manager: "centre" },
  "panel:hand-over": { manager: "centre" },
  "quality:read": { manager: "centre" },
  "follow-up:claim": { client: "own" },
  "follow-up:snooze": { "health-manager": "centre", client: "own" },
  "plan:read": { ...careStaff, client: "own" },
  "plan:change": { physician: "centre", "health-manager": "centre" },
  "plan:agree": { "health-manager": "centre", client: "own" },
  "plan:tick": { "health-manager": "centre", client: "own" },
  "education:read": { ...careStaff, client: "own" },
  "education:answer": { client: "own" },
  "questionnaire:answer": { ...careStaff, client: "own" },
  "questionnaire:license": { manager: "all" },
  "measurement:log": { nurse: "centre", "health-manager": "centre", client: "own" },

  "case:read": { ...careStaff, manager: "centre" },
  "case:work": careStaff,

  "message:read": { ...everyStaff, client: "own" },
  "mailbox:read": everyStaff,
  "due:run": { job: "all" },
} as const satisfies Record<string, Row>;

export type Action = keyof typeof policy;

/** The reach a role has for an action, if any. */
export const reachOf = (action: Action, role: Role): Reach | undefined => (policy[action] as Row)[role];
