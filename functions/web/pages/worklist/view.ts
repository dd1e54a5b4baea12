import {
  type Worklist,
  type WorklistFilter,
  worklist,
  worklistFilters,
} from "../../../../shared/monitoring/index.ts";
import type { PageCall } from "../../page-route.ts";
import { type StaffNames, staffNames } from "../client/staff-names.ts";

const firstRows = 25;
const mostRows = 200;

/** Whose list, which rows and which one is open: all of it lives in the address. */
export interface View {
  filter: WorklistFilter;
  /** Staff id of the health manager whose list it is; "" for those nobody has. */
  of: string;
  rows: number;
  open: { client: string; id: string } | undefined;
}

export interface Shown {
  view: View;
  list: Worklist;
  staff: StaffNames;
}

export async function shownList({ ctx, t, actor, query, form }: PageCall): Promise<Shown> {
  const said = (name: string): string | undefined => form.maybe(name) ?? query.get(name) ?? undefined;
  const staff = await staffNames(ctx, t);
  const keeps = actor.kind === "staff" && actor.roles.includes("health-manager");
  const first = staff.all.find(({ roles }) => roles.includes("health-manager"))?.id ?? "";
  const asked = query.has("of") || form.has("of") ? (said("of") ?? "") : undefined;
  const [client = "", id = ""] = (said("open") ?? "").split("~");
  const view: View = {
    filter: worklistFilters.find((one) => one === said("filter")) ?? "all",
    of: asked ?? (keeps ? actor.id : first),
    rows: Math.min(mostRows, Math.max(firstRows, Number(said("rows")) || 0)),
    open: client && id ? { client, id } : undefined,
  };
  const list = await worklist(ctx, { filter: view.filter, manager: view.of, limit: view.rows });
  return { view, list, staff };
}

/** The address of a view; what is left as it was need not be said. */
export function hrefOf(view: View, change: Partial<View> = {}): string {
  const { filter, of, rows, open } = { ...view, ...change };
  const query = new URLSearchParams({ filter, of });
  if (rows > firstRows) query.set("rows", String(rows));
  if (open) query.set("open", `${open.client}~${open.id}`);
  return `/worklist?${query}`;
}

export const moreRows = firstRows;
