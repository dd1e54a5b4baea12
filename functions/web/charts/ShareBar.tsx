const width = 240;

/**
 * Parts of a whole drawn over each other, widest first; the last is the one that counts. Decoration only: the
 * numbers stand beside it. The same `whole` makes the bars of a column comparable.
 */
export function ShareBar({ parts, whole }: { parts: readonly number[]; whole: number }) {
  return (
    <svg class="prog" viewBox={`0 0 ${width} 14`} preserveAspectRatio="none" aria-hidden="true">
      {parts.map((part, index) => (
        <rect
          data-part={index === parts.length - 1 ? "last" : index === 0 ? "first" : "mid"}
          width={whole > 0 ? Math.round((part / whole) * width) : 0}
          height="14"
          rx="3"
        />
      ))}
    </svg>
  );
}
