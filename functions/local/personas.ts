import { rankNames } from "../../shared/access/index.ts";
import type { Rank, StaffRole } from "../../shared/kernel/context.ts";
import type { Claims } from "../../shared/kernel/home.ts";
import type { Bilingual } from "../../shared/kernel/text.ts";

export const localCentre = "centre-1";
const localAccount = "account-1";

export const personaNames = [
  "front-desk",
  "nurse",
  "physician",
  "health-manager",
  "manager",
  "hr",
  "client",
  "lis",
] as const;
export type PersonaName = (typeof personaNames)[number];

/** A member of the centre's staff on one machine. */
export interface StaffMember {
  id: string;
  name: string;
  role: StaffRole;
  rank?: Rank;
  departments?: readonly string[];
}

/** The staff of the local centre; ids are what clients' health managers and signatures refer to. */
export const staff: readonly StaffMember[] = [
  { id: "front-desk-1", name: "陈晓梅", role: "front-desk" },
  { id: "nurse-1", name: "刘芳", role: "nurse", departments: ["general", "laboratory"] },
  { id: "physician-1", name: "周志远", role: "physician", rank: "chief", departments: ["internal", "ecg"] },
  {
    id: "physician-2",
    name: "徐文博",
    role: "physician",
    rank: "associate-chief",
    departments: ["surgery", "endoscopy", "gynaecology", "eye", "ent", "dental"],
  },
  {
    id: "physician-3",
    name: "孙晓燕",
    role: "physician",
    rank: "attending",
    departments: ["ultrasound", "radiology", "function"],
  },
  { id: "health-manager-1", name: "林静", role: "health-manager" },
  { id: "health-manager-2", name: "何雨桐", role: "health-manager" },
  { id: "health-manager-3", name: "罗斌", role: "health-manager" },
  { id: "manager-1", name: "吴建国", role: "manager" },
];

export const roleTitles: Record<StaffRole | "hr" | "client", Bilingual> = {
  "front-desk": { en: "Front desk", zh: "前台" },
  nurse: { en: "Nurse", zh: "护士" },
  physician: { en: "Physician", zh: "医师" },
  "health-manager": { en: "Health manager", zh: "健康管理师" },
  manager: { en: "Centre manager", zh: "中心主任" },
  hr: { en: "Corporate HR", zh: "企业人事" },
  client: { en: "Client", zh: "客户" },
};

/** What stands beside a name: the title where there is one, else the role. */
export const titleOf = ({ role, rank }: StaffMember): Bilingual =>
  rank ? rankNames[rank] : roleTitles[role];

export const staffClaims = ({ id, name, role, rank, departments }: StaffMember): Claims => ({
  sub: id,
  name,
  "cognito:groups": [role],
  "custom:centre": localCentre,
  ...(rank ? { "custom:rank": rank } : {}),
  ...(departments ? { "custom:departments": departments.join(" ") } : {}),
});

export const hrClaims: Claims = {
  sub: "hr-1",
  name: "黄丽",
  "cognito:groups": ["hr"],
  "custom:account": localAccount,
};

/** @param client the client's number; the name is for greeting only. */
export const clientClaims = (client: string, name: string): Claims => ({
  sub: `client-${client}`,
  name,
  "cognito:groups": ["client"],
  "custom:client": client,
});

/** The machine that sends results: it holds a scope instead of a group. */
export const lisClaims: Claims = {
  sub: "lis",
  client_id: "lis",
  scope: "perennial/lis",
  "custom:centre": localCentre,
};
