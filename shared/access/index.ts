export { actorOf } from "./actor.ts";
export { authorize, mayEver, type Scope } from "./authorize.ts";
export { type Action, policy, type Reach, reachOf } from "./policy.ts";
export { addStaff, type Staff, staffOf } from "./staff.ts";
