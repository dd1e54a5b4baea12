import type { PlainDate } from "../../../../shared/kernel/time.ts";
import type { Text } from "../../text/index.ts";

/** The report as a PDF, in either language or both. */
export const PdfLinks = ({
  t,
  client,
  date,
  version,
}: {
  t: Text;
  client: string;
  date: PlainDate;
  /** One version; without it the one in force. */
  version?: number;
}) => (
  <p class="row small" data-screen>
    {(["zh", "en", "both"] as const).map((lang) => (
      <a href={`/reports/${client}/${date}.pdf?lang=${lang}${version ? `&version=${version}` : ""}`}>
        {t(`paper.pdf-${lang}`)}
      </a>
    ))}
  </p>
);
