import type { Child } from "hono/jsx";
import { Icon, KeyCap } from "./Icon.tsx";
import type { IconName } from "./icons.ts";

interface Look {
  /** `main` once a view: the next act. `danger` only where something is erased. */
  kind?: "main" | "plain" | "danger" | undefined;
  size?: "small" | undefined;
  icon?: IconName | undefined;
  /** The single key that presses it while the list has the focus. */
  shortcut?: string | undefined;
  children?: Child;
}

const Inside = ({ icon, shortcut, children }: Look) => (
  <>
    {icon ? <Icon name={icon} /> : null}
    {children}
    {shortcut ? <KeyCap name={shortcut} /> : null}
  </>
);

/**
 * A button that sends its form. `blockedBy` is the id of the list that says why it cannot be pressed yet: it
 * stays reachable and says so, instead of vanishing.
 */
export function Button(
  props: Look & {
    name?: string | undefined;
    value?: string | undefined;
    formaction?: string | undefined;
    form?: string | undefined;
    blockedBy?: string | undefined;
    opens?: string | undefined;
    type?: "submit" | "button";
    label?: string | undefined;
    /** Where somebody goes on with Enter. */
    here?: boolean | undefined;
  },
) {
  const { kind, size, shortcut, blockedBy, opens } = props;
  return (
    <button
      class="btn"
      type={props.type ?? "submit"}
      data-kind={blockedBy ? undefined : kind}
      data-size={size}
      data-key={shortcut}
      aria-keyshortcuts={shortcut}
      aria-disabled={blockedBy ? "true" : undefined}
      aria-describedby={blockedBy}
      aria-label={props.label}
      autofocus={props.here}
      data-opens={opens}
      name={props.name}
      value={props.value}
      formaction={props.formaction}
      form={props.form}
    >
      <Inside {...props} />
    </button>
  );
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink(
  props: Look & { href: string; opens?: string | undefined; download?: boolean | undefined },
) {
  const { href, kind, size, shortcut, opens, download } = props;
  return (
    <a
      class="btn"
      href={href}
      data-kind={kind}
      data-size={size}
      data-key={shortcut}
      aria-keyshortcuts={shortcut}
      data-opens={opens}
      download={download}
    >
      <Inside {...props} />
    </a>
  );
}
