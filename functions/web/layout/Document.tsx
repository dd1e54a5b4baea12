import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { type AssetName, assetHref } from "../assets/index.ts";
import { LeaveDialog, Toast, type ToastModel } from "../components/index.ts";
import type { Text } from "../text/index.ts";

/** The HTML every page shares: language, title, styles, the skip link, the toast and the leave dialog. */
export function Document(props: {
  t: Text;
  title: string;
  roomy?: boolean | undefined;
  /** A class for the body. */
  kind?: string | undefined;
  toast?: ToastModel | undefined;
  /** A style sheet of this page's own, beside everybody's. */
  style?: AssetName | undefined;
  children?: Child;
}) {
  const { t } = props;
  return (
    <>
      {raw("<!doctype html>")}
      <html lang={t.lang} data-density={props.roomy ? "roomy" : undefined}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="robots" content="noindex" />
          <meta name="format-detection" content="telephone=no" />
          <title>
            {props.title} · {t("kit.product")}
          </title>
          <link rel="icon" href={assetHref("mark.svg")} type="image/svg+xml" />
          <link rel="stylesheet" href={assetHref("perennial.css")} />
          {props.style ? <link rel="stylesheet" href={assetHref(props.style)} /> : null}
          <script src={assetHref("enhance.js")} defer></script>
        </head>
        <body class={props.kind}>
          <a class="skip" href="#main">
            {t("nav.skip")}
          </a>
          {props.children}
          {props.toast ? <Toast t={t} toast={props.toast} /> : null}
          <LeaveDialog t={t} />
        </body>
      </html>
    </>
  );
}

/** The page again in the other language. `back` is the path to return to. */
export function LanguageSwitch({ t, back }: { t: Text; back: string }) {
  return (
    <form method="post" action="/language" class="switch">
      <input type="hidden" name="back" value={back} />
      <button type="submit" name="language" value={t.other} lang={t.other === "zh" ? "zh-CN" : "en"}>
        {t("kit.language")}
      </button>
    </form>
  );
}

export function SignOut({ t }: { t: Text }) {
  return (
    <form method="post" action="/sign-out" class="switch">
      <button type="submit">{t("kit.sign-out")}</button>
    </form>
  );
}
