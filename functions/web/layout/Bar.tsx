import type { Toolbar } from "../../../shared/kernel/home.ts";
import type { Text } from "../text/index.ts";
import { LocalBar } from "./LocalBar.tsx";

/** The bar a home brings: its clock with the ways to move it, and its links. */
export function Bar({ t, toolbar }: { t: Text; toolbar: Toolbar }) {
  return (
    <LocalBar t={t} clock={`${t.date(toolbar.now)} ${t.time(toolbar.now)}`}>
      {toolbar.acts.map(({ action, label }) => (
        <form method="post" action={action}>
          <button type="submit">{t.pick(label)}</button>
        </form>
      ))}
      {toolbar.links.map(({ href, label, count }) => (
        <a href={href}>
          {t.pick(label)} {count ? <b>{count}</b> : null}
        </a>
      ))}
    </LocalBar>
  );
}
