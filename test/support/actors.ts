import type { Actor, Rank, StaffRole } from "../../shared/kernel/context.ts";
import type { Claims } from "../../shared/kernel/home.ts";

const staff = (role: StaffRole, name: string, centre: string, rank?: Rank): Actor => ({
  kind: "staff",
  id: `${role}-1`,
  name,
  roles: [role],
  centre,
  ...(rank ? { rank } : {}),
});

/** One actor of each kind; all staff belong to `centre`. */
export const actorsOf = (centre = "centre-1") => ({
  frontDesk: staff("front-desk", "陈晓梅", centre),
  nurse: staff("nurse", "刘芳", centre),
  physician: staff("physician", "周志远", centre, "chief"),
  /** Signs as well: whoever signs second where the rules ask for two. */
  otherPhysician: { ...staff("physician", "徐文博", centre, "associate-chief"), id: "physician-2" } as Actor,
  /** Writes what ultrasound and radiology say; may not sign. */
  sonographer: {
    ...staff("physician", "孙晓燕", centre, "attending"),
    id: "physician-3",
    departments: ["ultrasound", "radiology"],
  } as Actor,
  /** May review, may not sign. */
  attending: { ...staff("physician", "孙晓燕", centre, "attending"), id: "physician-3" } as Actor,
  healthManager: staff("health-manager", "林静", centre),
  manager: staff("manager", "吴建国", centre),
  hr: { kind: "corporate", id: "hr-1", name: "黄丽", account: "account-1" } as Actor,
  client: (number: string): Actor => ({
    kind: "client",
    id: `client-${number}`,
    name: "赵敏",
    client: number,
  }),
  lis: { kind: "machine", id: "lis", name: "检验信息系统", centre } as Actor,
  job: { kind: "job", id: "job", name: "perennial", centre } as Actor,
});

export type Actors = ReturnType<typeof actorsOf>;

/** The claims a token of this actor carries. */
export function claimsOf(actor: Actor): Claims {
  switch (actor.kind) {
    case "staff":
      return {
        sub: actor.id,
        name: actor.name,
        "cognito:groups": actor.roles,
        "custom:centre": actor.centre,
        ...(actor.rank ? { "custom:rank": actor.rank } : {}),
        ...(actor.departments ? { "custom:departments": actor.departments.join(" ") } : {}),
      };
    case "corporate":
      return { sub: actor.id, name: actor.name, "cognito:groups": ["hr"], "custom:account": actor.account };
    case "client":
      return { sub: actor.id, name: actor.name, "cognito:groups": ["client"], "custom:client": actor.client };
    case "machine":
      return { sub: actor.id, scope: "perennial/lis", client_id: actor.id, "custom:centre": actor.centre };
    case "job":
      throw new Error("a job has no token");
  }
}
