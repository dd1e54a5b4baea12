import type { Child } from "hono/jsx";

export interface Column {
  head: string;
  /** Figures stand right and do not break. */
  figure?: boolean | undefined;
  /** The heading is for those who listen; eyes see what the column is. */
  silent?: boolean | undefined;
}

export interface Row {
  cells: readonly Child[];
  current?: boolean | undefined;
  id?: string | undefined;
  /** Opens a group: a heading across the table stands above this row. */
  group?: string | undefined;
}

/**
 * A real table whose first cell names its row. It scrolls inside its own frame, which the keyboard can reach,
 * so the page never does. `caption` is heard and not seen.
 */
export function MarkedTable({
  caption,
  columns,
  rows,
  kind,
}: {
  caption: string;
  columns: readonly Column[];
  rows: readonly Row[];
  /** An extra class for a page's own widths. */
  kind?: string | undefined;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a frame that scrolls must be reachable by keyboard; it groups no fields
    <div class="scroll" tabindex={0} role="group" aria-label={caption}>
      <table class={kind ? `table ${kind}` : "table"}>
        <caption class="sr">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" class={column.figure ? "n" : undefined}>
                {column.silent ? <span class="sr">{column.head}</span> : column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <>
              {row.group ? (
                <tr class="grp">
                  <th colspan={columns.length} scope="colgroup">
                    {row.group}
                  </th>
                </tr>
              ) : null}
              <tr id={row.id} aria-current={row.current ? "true" : undefined}>
                {row.cells.map((cell, index) => (
                  <Cell column={columns[index]} first={index === 0}>
                    {cell}
                  </Cell>
                ))}
              </tr>
            </>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ column, first, children }: { column: Column | undefined; first: boolean; children?: Child }) {
  const figure = column?.figure ? "n" : undefined;
  return first ? (
    <th scope="row" class={figure}>
      {children}
    </th>
  ) : (
    <td class={figure}>{children}</td>
  );
}
