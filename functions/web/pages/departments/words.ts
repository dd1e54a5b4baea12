import { departmentCalled, type Outcome } from "../../../../shared/assessment/index.ts";
import type { Text } from "../../text/index.ts";

/** What a department is called; its id when nobody has named it. */
export const departmentName = (t: Text, id: string): string =>
  t.pick(departmentCalled(id)?.name ?? { en: id, zh: id });

export const outcomeKey = (outcome: Outcome) =>
  outcome === "abnormal" ? ("dept.abnormal" as const) : ("dept.nothing-abnormal" as const);

export const departmentPath = (client: string, date: string, department: string): string =>
  `/departments/${client}/${date}/${department}`;
