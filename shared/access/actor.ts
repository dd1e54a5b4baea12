import { type Actor, ranks, staffRoles } from "../kernel/context.ts";
import { NotSignedIn } from "../kernel/errors.ts";
import type { Claims } from "../kernel/home.ts";

/** A machine's token carries no attributes: its centre is a scope, such as `perennial/centre.centre-1`. */
const centreScope = "perennial/centre.";

/**
 * Who a verified token speaks for. A person has exactly one of: staff groups, a corporate account,
 * a client number; a machine has a scope, and one for its centre. A physician's title
 * and a department count only as the directory says them.
 * @throws NotSignedIn when the claims name nobody we know how to treat.
 */
export function actorOf(claims: Claims): Actor {
  const groups = claims["cognito:groups"] ?? [];
  const name = claims.name ?? claims.sub;
  const centre = claims["custom:centre"];
  const roles = staffRoles.filter((role) => groups.includes(role));
  const departments = claims["custom:departments"]?.split(" ").filter(Boolean);
  const rank = ranks.find((one) => one === claims["custom:rank"]);
  if (roles.length && centre)
    return {
      kind: "staff",
      id: claims.sub,
      name,
      roles,
      centre,
      ...(rank ? { rank } : {}),
      ...(departments?.length ? { departments } : {}),
    };
  const account = claims["custom:account"];
  if (groups.includes("hr") && account) return { kind: "corporate", id: claims.sub, name, account };
  const client = claims["custom:client"];
  if (client) return { kind: "client", id: claims.sub, name, client };
  const scopes = claims.scope?.split(" ") ?? [];
  const theirs = centre ?? scopes.find((scope) => scope.startsWith(centreScope))?.slice(centreScope.length);
  if (scopes.includes("perennial/lis") && theirs)
    return { kind: "machine", id: claims.client_id ?? claims.sub, name: "LIS", centre: theirs };
  throw new NotSignedIn();
}
