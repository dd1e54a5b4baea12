import type { Child } from "hono/jsx";

/** Words and what they are, in two columns. Empty facts are left out. */
export function Facts({ facts }: { facts: readonly (readonly [string, Child])[] }) {
  return (
    <dl class="facts">
      {facts
        .filter(([, fact]) => fact !== undefined && fact !== null && fact !== "")
        .map(([word, fact]) => (
          <>
            <dt>{word}</dt>
            <dd>{fact}</dd>
          </>
        ))}
    </dl>
  );
}
