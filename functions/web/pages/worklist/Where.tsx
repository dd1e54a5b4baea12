import type { ClientFile } from "../../../../shared/loop/index.ts";
import type { WorklistRow } from "../../../../shared/monitoring/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Mends } from "../forms/mends.ts";
import type { Shown } from "./view.ts";

/** What every form of the pane is given. */
export interface Given {
  call: PageCall;
  shown: Shown;
  row: WorklistRow;
  file: ClientFile;
  mends: Mends;
}

/** The hidden fields that bring a form back to the row and the view it was sent from, and the row after it. */
export function Where({ shown, row }: Pick<Given, "shown" | "row">) {
  const { filter, of, rows } = shown.view;
  const at = shown.list.rows.indexOf(row);
  const next = shown.list.rows[at + 1]?.followUp;
  return (
    <>
      <input type="hidden" name="client" value={row.client.number} />
      <input type="hidden" name="id" value={row.followUp.id} />
      <input type="hidden" name="open" value={`${row.client.number}~${row.followUp.id}`} />
      {next ? <input type="hidden" name="next" value={`${next.client}~${next.id}`} /> : null}
      <input type="hidden" name="filter" value={filter} />
      <input type="hidden" name="of" value={of} />
      <input type="hidden" name="rows" value={String(rows)} />
    </>
  );
}
