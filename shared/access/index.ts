export { actorOf } from "./actor.ts";
export { authorize, mayEver, mustEver } from "./authorize.ts";
export { type Action, policy, reachOf } from "./policy.ts";
export { leastRank, rankNames, ranksHigh } from "./rank.ts";
export { addStaff, type Staff, staffOf } from "./staff.ts";
