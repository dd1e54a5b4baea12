/** Filters that live in the address: links with counts, the chosen one inverted. Scrolls sideways on a phone. */
export function Chips({
  label,
  items,
}: {
  label: string;
  items: readonly { href: string; word: string; count?: number | undefined; chosen?: boolean | undefined }[];
}) {
  return (
    <nav class="chips" aria-label={label} tabindex={0}>
      {items.map((item) => (
        <a href={item.href} aria-current={item.chosen ? "true" : undefined}>
          {item.word}
          {item.count === undefined ? null : <b>{item.count}</b>}
        </a>
      ))}
    </nav>
  );
}
