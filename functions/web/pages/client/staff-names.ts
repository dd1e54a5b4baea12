import { type Staff, staffOf } from "../../../../shared/access/index.ts";
import type { Ctx } from "../../../../shared/kernel/context.ts";
import type { Text } from "../../text/index.ts";

/** Names of the centre's staff in the reader's script. */
export interface StaffNames {
  all: Staff[];
  /** The name of an id; the id itself where the list does not know it. */
  of(id: string | undefined): string | undefined;
}

export async function staffNames(ctx: Ctx, t: Text): Promise<StaffNames> {
  const all = "centre" in ctx.actor ? await staffOf(ctx, ctx.actor.centre) : [];
  const own = ctx.actor;
  return {
    all,
    of(id) {
      if (!id) return undefined;
      const staff = all.find((one) => one.id === id);
      if (staff) return t.language === "en" ? (staff.nameLatin ?? staff.name) : staff.name;
      return id === own.id ? own.name : id;
    },
  };
}
