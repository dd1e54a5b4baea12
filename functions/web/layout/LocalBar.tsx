import type { Child } from "hono/jsx";
import type { Text } from "../text/index.ts";

/**
 * The demonstration's bar: says that it is one, shows the clock that can be moved, the mailbox and whom one
 * acts as. The local home fills `children` with its own small forms.
 */
export function LocalBar(props: {
  t: Text;
  /** Date and time on the demonstration's clock, as shown. */
  clock: string;
  mailbox?: { href: string; unread: number } | undefined;
  people?: {
    action: string;
    back: string;
    options: readonly { value: string; label: string; chosen?: boolean }[];
  };
  children?: Child;
}) {
  const { t, mailbox, people } = props;
  return (
    <aside class="local" aria-label={t("kit.local-label")} data-screen>
      <span>{t("kit.local-note")}</span>
      <span>
        {t("kit.local-clock")} <b class="num">{props.clock}</b>
      </span>
      {props.children}
      {mailbox ? (
        <a href={mailbox.href}>
          {t("kit.local-mailbox")} <b>{mailbox.unread}</b>
        </a>
      ) : null}
      {people ? (
        <form method="post" action={people.action}>
          <input type="hidden" name="back" value={people.back} />
          <label>
            {t("kit.local-who")}{" "}
            <select name="who">
              {people.options.map((option) => (
                <option value={option.value} selected={option.chosen}>
                  {option.label}
                </option>
              ))}
            </select>
          </label>
          <button type="submit">{t("kit.local-go")}</button>
        </form>
      ) : null}
    </aside>
  );
}
