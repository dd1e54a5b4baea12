import { type IconName, icons, type MarkName, marks } from "./icons.ts";

/** An icon beside words; with `label` it stands alone and says so itself. */
export function Icon({ name, label }: { name: IconName; label?: string | undefined }) {
  const path = <path d={icons[name]} />;
  return label ? (
    <svg class="ico" viewBox="0 0 20 20" role="img" aria-label={label}>
      {path}
    </svg>
  ) : (
    <svg class="ico" viewBox="0 0 20 20" aria-hidden="true">
      {path}
    </svg>
  );
}

/** The key that does it, for eyes only: `aria-keyshortcuts` tells the others. */
export function KeyCap({ name }: { name: string }) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a kbd takes no focus
  return <kbd aria-hidden="true">{name}</kbd>;
}

/** The small filled mark before a flag's or a grade's word. Never alone: the word carries the meaning. */
export function Mark({ name }: { name: MarkName }) {
  return (
    <svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
      <path fill-rule={name === "subhealth" ? "evenodd" : undefined} d={marks[name]} />
    </svg>
  );
}

/** Perennial's own mark: a trunk, a ring that grows, two rings of growth inside. */
export function Brand() {
  return (
    <svg viewBox="0 0 40 40" fill="none" stroke="currentColor" aria-hidden="true">
      <path d="M8 38V18" stroke-width="5" stroke-linecap="round" />
      <path d="M8 18a12.5 12.5 0 1 1 5.5 10.4" stroke-width="5" stroke-linecap="round" />
      <circle cx="20.5" cy="18" r="6.5" stroke-width="1.3" opacity=".75" />
      <circle cx="20.5" cy="18" r="3" stroke-width="1.3" opacity=".55" />
    </svg>
  );
}
