import type { Child } from "hono/jsx";
import type { Text } from "../text/index.ts";
import { Brand } from "./Icon.tsx";

/** Nothing to do: the mark, "All clear", and what comes next. */
export function Empty({ t, title, children }: { t: Text; title?: string | undefined; children?: Child }) {
  return (
    <div class="empty">
      <Brand />
      <h3>{title ?? t("kit.all-clear")}</h3>
      {children ? <p>{children}</p> : null}
    </div>
  );
}
