const across = 20;
const step = 14;

/**
 * A hundred people, those concerned first: filled and marked, so that it can be told without colour too.
 * The sentence beside it says the same; `title` is heard.
 */
export function HundredPeople({ count, title }: { count: number; title: string }) {
  const width = across * step;
  const height = (100 / across) * (step + 4);
  return (
    <svg class="hundred" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      {Array.from({ length: 100 }, (_, at) => {
        const x = (at % across) * step + step / 2;
        const y = Math.floor(at / across) * (step + 4) + 4;
        return (
          <g data-one={at < count ? "yes" : undefined}>
            <circle cx={x} cy={y} r="3.2" />
            <path d={`M${x - 4.6} ${y + 10.4}a4.6 5.4 0 0 1 9.2 0z`} />
          </g>
        );
      })}
    </svg>
  );
}
