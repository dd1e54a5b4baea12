import { raw } from "hono/html";
import type { Text } from "../../text/index.ts";
import { qrOf } from "./barcode.ts";

/** The code a client shows at the desk: a square for the scanner, words for whoever types. */
export function ArrivalCode({ t, code }: { t: Text; code: string }) {
  return (
    <details>
      <summary>{t("exam.code")}</summary>
      <div class="arrive">
        <div role="img" aria-label={t("exam.code")}>
          {raw(qrOf(code))}
        </div>
        <p class="small">
          {t("exam.code-hint")}
          <br />
          <span class="num">{code}</span>
        </p>
      </div>
    </details>
  );
}
