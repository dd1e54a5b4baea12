/** Where something stands, told like a parcel. Steps before `at` are done. */
export function Steps({
  steps,
  at,
  label,
}: {
  steps: readonly string[];
  /** Index of the present step; `steps.length` when all are done. */
  at: number;
  label?: string | undefined;
}) {
  return (
    <ol class="parcel" aria-label={label}>
      {steps.map((step, index) => (
        <li data-is={index < at ? "done" : undefined} aria-current={index === at ? "step" : undefined}>
          {step}
        </li>
      ))}
    </ol>
  );
}
