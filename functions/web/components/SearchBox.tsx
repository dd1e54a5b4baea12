import type { Text } from "../text/index.ts";
import { Icon, KeyCap } from "./Icon.tsx";

/** Finds a client by name, pinyin or number. It posts: a name must never stand in an address. */
export function SearchBox({
  t,
  action,
  value,
  label,
  placeholder,
}: {
  t: Text;
  action: string;
  value?: string | undefined;
  label?: string | undefined;
  placeholder?: string | undefined;
}) {
  return (
    <search>
      <form class="search" method="post" action={action}>
        <label class="sr" for="find">
          {label ?? t("kit.find")}
        </label>
        <Icon name="search" />
        <input
          class="input"
          id="find"
          name="find"
          type="search"
          value={value}
          placeholder={placeholder ?? t("kit.find-by")}
          autocomplete="off"
          spellcheck={false}
          data-search
          aria-keyshortcuts="/"
        />
        <KeyCap name="/" />
      </form>
    </search>
  );
}
