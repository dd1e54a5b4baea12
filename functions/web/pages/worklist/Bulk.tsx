import { mayEver } from "../../../../shared/access/index.ts";
import { loadOf } from "../../../../shared/monitoring/index.ts";
import { Button } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Shown } from "./view.ts";

export const mayAssign = ({ actor }: Pick<PageCall, "actor">): boolean => mayEver(actor, "client:change");

/** The ticked clients to one manager; whoever has least to do stands first and is chosen. */
export async function bulkForm(call: PageCall, { staff, view }: Shown) {
  const { ctx, t, actor } = call;
  if (!mayAssign(call) || actor.kind !== "staff") return null;
  const managers = staff.all.filter(({ roles }) => roles.includes("health-manager"));
  if (managers.length < 2 && view.of) return null;
  const loads = await Promise.all(
    managers.map(async ({ id }) => ({ id, ...(await loadOf(ctx, actor.centre, id)) })),
  );
  const inOrder = loads.sort(
    (a, b) => a.pressing - b.pressing || a.open - b.open || a.id.localeCompare(b.id),
  );
  return (
    <form method="post" action="/worklist/assign" id="bulk" class="row bulk">
      <input type="hidden" name="filter" value={view.filter} />
      <input type="hidden" name="of" value={view.of} />
      <label for="bulk-manager">{t("spine.bulk")}</label>
      <select class="input" id="bulk-manager" name="manager">
        {inOrder.map(({ id, open, pressing }, at) => (
          <option value={id}>
            {t(at ? "spine.bulk-load" : "spine.bulk-least", { name: staff.of(id) ?? id, open, pressing })}
          </option>
        ))}
      </select>
      <Button>{t("spine.bulk-do")}</Button>
    </form>
  );
}
