import type { Child } from "hono/jsx";

/** Figures with what they count. */
export function Counts({ counts }: { counts: readonly (readonly [string, Child])[] }) {
  return (
    <dl class="counts">
      {counts.map(([word, figure]) => (
        <div>
          <dt>{word}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
