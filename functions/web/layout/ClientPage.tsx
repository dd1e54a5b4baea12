import type { Child } from "hono/jsx";
import { Brand, Icon, type ToastModel } from "../components/index.ts";
import type { Text } from "../text/index.ts";
import { Document, LanguageSwitch } from "./Document.tsx";
import type { NavEntry, Place } from "./nav.ts";

/** A whole page for a client: one roomy column, made for a phone, with a bar of tabs at the foot. */
export function ClientPage(props: {
  t: Text;
  title: string;
  path: string;
  /** Empty for pages outside the portal: sign-in, a shared report. */
  nav: readonly NavEntry[];
  current?: Place | undefined;
  toast?: ToastModel | undefined;
  bar?: Child;
  children?: Child;
}) {
  const { t } = props;
  return (
    <Document t={t} title={props.title} toast={props.toast} roomy kind="client">
      {props.bar}
      <header class="hello">
        <Brand />
        <b>{t("kit.product")}</b>
        <LanguageSwitch t={t} back={props.path} />
      </header>
      <main id="main" tabindex={-1}>
        {props.children}
      </main>
      {props.nav.length > 0 ? <Tabs {...props} /> : null}
    </Document>
  );
}

function Tabs({ t, nav, current }: { t: Text; nav: readonly NavEntry[]; current?: Place | undefined }) {
  return (
    <nav class="tabs" aria-label={t("nav.label")}>
      <ul>
        {nav.map((entry) => (
          <li>
            <a href={entry.href} aria-current={entry.place === current ? "page" : undefined}>
              <Icon name={entry.icon} />
              {t(entry.key)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
