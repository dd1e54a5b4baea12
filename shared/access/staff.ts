import * as z from "zod";
import { commit, putNew } from "../data/commit.ts";
import { query } from "../data/read.ts";
import { type Ctx, ranks, staffRoles } from "../kernel/context.ts";
import { AlreadyThere } from "../kernel/errors.ts";

/** A member of staff as lists and signatures show one (Practitioner). */
export const StaffSchema = z.object({
  id: z.string(),
  centre: z.string(),
  name: z.string(),
  nameLatin: z.string().optional(),
  title: z.object({ en: z.string(), zh: z.string() }).optional(),
  roles: z.array(z.enum(staffRoles)),
  /** For names on lists; what somebody may do goes by the title in their token. */
  rank: z.exactOptional(z.enum(ranks)),
  departments: z.exactOptional(z.array(z.string())),
});
export type Staff = z.infer<typeof StaffSchema>;

/** Everyone who works at a centre. */
export async function staffOf(ctx: Ctx, centre: string): Promise<Staff[]> {
  const { items } = await query(ctx, { pk: `STAFF#${centre}`, consistent: false });
  return items.map((item) => StaffSchema.parse(item));
}

/**
 * Puts a member of staff on the centre's list.
 * @throws AlreadyThere for an id that is on it.
 */
export async function addStaff(ctx: Ctx, staff: Staff): Promise<void> {
  const known = () =>
    new AlreadyThere({ en: "This member of staff is on the list.", zh: "该员工已在名单中。" });
  await commit(ctx, {
    changes: [putNew({ pk: `STAFF#${staff.centre}`, sk: staff.id, ...staff }, known)],
    log: { subject: `STAFF#${staff.centre}`, action: "staff.added", refs: { staff: staff.id } },
  });
}
