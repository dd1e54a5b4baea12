import type { Child } from "hono/jsx";
import type { Text } from "../text/index.ts";

/** The demonstration's bar: says that it is one, and shows its clock; what else it can do comes as `children`. */
export function LocalBar({ t, clock, children }: { t: Text; clock: string; children?: Child }) {
  return (
    <aside class="local" aria-label={t("kit.local-label")} data-screen>
      <span>{t("kit.local-note")}</span>
      <span>
        {t("kit.local-clock")} <b class="num">{clock}</b>
      </span>
      {children}
    </aside>
  );
}
