import type { Text } from "../text/index.ts";

/** What was just done, and the way back. */
export interface ToastModel {
  text: string;
  /** A form that takes it back. */
  undo?: { action: string; fields?: Readonly<Record<string, string>> } | undefined;
}

/** Says whom and what; stays ten seconds, and as long as it holds the focus or the pointer. */
export function Toast({ t, toast }: { t: Text; toast: ToastModel }) {
  return (
    <div class="toast" role="status" data-toast data-screen>
      <span>{toast.text}</span>
      {toast.undo ? (
        <form method="post" action={toast.undo.action}>
          {Object.entries(toast.undo.fields ?? {}).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <button type="submit" data-key="u" aria-keyshortcuts="u">
            {t("kit.undo")}
          </button>
        </form>
      ) : null}
    </div>
  );
}
