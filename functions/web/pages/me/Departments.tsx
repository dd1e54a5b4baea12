import type { Assessment } from "../../../../shared/assessment/index.ts";
import type { Text } from "../../text/index.ts";
import { Said } from "../departments/Said.tsx";
import { departmentName } from "../departments/words.ts";

/** What each department concluded, as it was signed. Nothing where none wrote. */
export function Departments({ t, assessment }: { t: Text; assessment: Assessment }) {
  const said = assessment.departments ?? [];
  if (!said.length) return null;
  return (
    <section class="card" aria-labelledby="departments">
      <h2 id="departments">{t("dept.all")}</h2>
      <ul class="tasks">
        {said.map((one) => (
          <li>
            <b>{departmentName(t, one.department)}</b> <Said t={t} said={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}
