import type { Wait } from "../../../../shared/testing/index.ts";
import { Button } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";

/** What a client waits for, with the way off the list. Its buttons belong to the form around it. */
export function Waits({ t, waits }: { t: Text; waits: readonly Wait[] }) {
  return (
    <section class="card" aria-labelledby="waits">
      <h2 id="waits">{t("book.waits")}</h2>
      <ul class="tasks">
        {waits.map((wait) => (
          <li>
            {t.weekday(wait.date)} {t.day(wait.date)} {wait.time}
            <span class="sub">
              {t(wait.state === "offered" ? "book.wait-offered" : "book.wait-since", {
                when: t.moment(wait.offer?.until ?? wait.since),
              })}
              {wait.urgent ? ` · ${t("book.wait-urgent")}` : ""}
            </span>
            <Button name="leave" value={wait.id} size="small">
              {t("book.wait-leave")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
