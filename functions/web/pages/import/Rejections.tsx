import type { Bilingual } from "../../../../shared/kernel/text.ts";
import { MarkedTable } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";

export interface Rejected {
  line: number;
  column: string;
  reason: Bilingual;
}

const shownAtMost = 100;

/** Rows that cannot go in: where in the file, and why. */
export function Rejections({ t, rejected }: { t: Text; rejected: readonly Rejected[] }) {
  return (
    <>
      <MarkedTable
        caption={t("import.rejected")}
        columns={[{ head: t("import.line") }, { head: t("import.column") }, { head: t("import.why") }]}
        rows={rejected.slice(0, shownAtMost).map(({ line, column, reason }) => ({
          cells: [line, column, t.pick(reason)],
        }))}
      />
      {rejected.length > shownAtMost ? (
        <p class="quiet">{t("import.more", { n: rejected.length - shownAtMost })}</p>
      ) : null}
    </>
  );
}
