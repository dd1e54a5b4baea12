import type { Child } from "hono/jsx";
import type { Text } from "../text/index.ts";

/**
 * A native dialog, only for what cannot be undone: release, merge, erase. It names what is kept; the safe way
 * is a full button. Opened by a control with `opens={id}`; `open` shows it where there is no script.
 */
export function Dialog(props: {
  t: Text;
  id: string;
  title: string;
  action: string;
  /** The word on the button that does it. */
  act: string;
  kind?: "main" | "danger";
  keep?: string | undefined;
  open?: boolean | undefined;
  children?: Child;
}) {
  return (
    <dialog id={props.id} aria-labelledby={`${props.id}-title`} open={props.open}>
      <h2 id={`${props.id}-title`}>{props.title}</h2>
      <form method="post" action={props.action} class="stack">
        {props.children}
        <div class="row">
          <button class="btn" type="submit" data-kind={props.kind ?? "main"}>
            {props.act}
          </button>
          <button class="btn" type="button" data-closes autofocus>
            {props.keep ?? props.t("kit.cancel")}
          </button>
        </div>
      </form>
    </dialog>
  );
}

/** Asked by `enhance.js` before a link leaves a form with unsent words. */
export function LeaveDialog({ t }: { t: Text }) {
  return (
    <dialog data-leave aria-labelledby="leave-title">
      <h2 id="leave-title">{t("kit.leave-title")}</h2>
      <p>{t("kit.leave-text")}</p>
      <div class="row">
        <button class="btn" type="button" data-kind="main" data-closes>
          {t("kit.leave-stay")}
        </button>
        <a class="btn" href="/" data-go>
          {t("kit.leave-go")}
        </a>
      </div>
    </dialog>
  );
}
