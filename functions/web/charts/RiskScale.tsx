/** A risk as a straight line of named bands; the percent stands in the heading, the gaps below. Never a dial. */
export interface RiskModel {
  /** "10-year ASCVD risk 8.6%, moderate" */
  title: string;
  bands: readonly { word: string; here?: boolean | undefined }[];
  /** Inputs used, inputs missing, the source, and that it needs sign-off when it does. */
  note?: string | undefined;
}

export function RiskScale({ risk }: { risk: RiskModel }) {
  return (
    <div class="risk">
      <h3>{risk.title}</h3>
      <ol>
        {risk.bands.map((band) => (
          <li aria-current={band.here ? "true" : undefined}>{band.word}</li>
        ))}
      </ol>
      {risk.note ? <p class="small quiet">{risk.note}</p> : null}
    </div>
  );
}
