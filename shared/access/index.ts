export { actorOf } from "./actor.ts";
export { authorize, mayEver } from "./authorize.ts";
export { type Action, policy, reachOf } from "./policy.ts";
export { addStaff, type Staff, staffOf } from "./staff.ts";
