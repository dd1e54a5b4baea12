/** Places of a half hour, drawn for eyes only: the count stands beside them as a word. */
export function Seats({ taken, of }: { taken: number; of: number }) {
  return (
    <i class="seats" aria-hidden="true">
      {Array.from({ length: of }, (_, index) => (
        <u data-taken={index < taken ? "" : undefined}></u>
      ))}
    </i>
  );
}
