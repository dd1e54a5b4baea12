import type { Child } from "hono/jsx";
import type { AssetName } from "../assets/index.ts";
import { Brand, Icon, type ToastModel } from "../components/index.ts";
import type { Text } from "../text/index.ts";
import { Document, LanguageSwitch, SignOut } from "./Document.tsx";
import type { NavEntry, Place } from "./nav.ts";

/** What every staff or company page is given beside its own content. */
export interface Frame {
  t: Text;
  /** Path with query, to come back to after a change of language. */
  path: string;
  nav: readonly NavEntry[];
  who: { name: string; role: string };
  toast?: ToastModel | undefined;
  /** The demonstration's own bar, above everything; only the local home gives one. */
  bar?: Child;
}

/**
 * A whole page at a desk: pine rail, then `banner` (sticky), then `main`.
 * `wide` gives `main` no padding of its own, for a desk with a pane.
 */
export function Page(
  props: Frame & {
    title: string;
    current?: Place | undefined;
    banner?: Child;
    wide?: boolean | undefined;
    /** A style sheet of this page's own. */
    style?: AssetName | undefined;
    children?: Child;
  },
) {
  const { t } = props;
  const main = (
    <main id="main" class={props.wide ? "desk" : "page"} tabindex={-1}>
      {props.children}
    </main>
  );
  return (
    <Document t={t} title={props.title} toast={props.toast} style={props.style}>
      {props.bar}
      <div class="shell">
        <Rail {...props} />
        <div class="work">
          {props.banner}
          {main}
          <Me {...props} place="foot" />
        </div>
      </div>
    </Document>
  );
}

function Rail(props: Frame & { current?: Place | undefined }) {
  const { t } = props;
  return (
    <header class="rail">
      <a class="home" href="/" aria-label={t("nav.home")}>
        <Brand />
      </a>
      <nav aria-label={t("nav.label")}>
        <ul>
          {props.nav.map((entry) => (
            <li>
              <a href={entry.href} aria-current={entry.place === props.current ? "page" : undefined}>
                <Icon name={entry.icon} />
                {t(entry.key)}
                {entry.count ? (
                  <span class="count">
                    <span aria-hidden="true">{entry.count}</span>
                    <span class="sr">{t("nav.new", { n: entry.count })}</span>
                  </span>
                ) : null}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Me {...props} place="rail" />
    </header>
  );
}

const barHolds = 5;

/** Who is signed in, the other language, the way out: at the foot of the rail, or, on a phone, of the page. */
function Me({
  t,
  who,
  path,
  nav,
  place,
}: Pick<Frame, "t" | "who" | "path" | "nav"> & { place: "rail" | "foot" }) {
  const more = place === "foot" ? nav.slice(barHolds) : [];
  return (
    <div class={place === "rail" ? "who" : "me"}>
      {more.length > 0 ? (
        <nav aria-label={t("nav.more")}>
          <ul class="more">
            {more.map((entry) => (
              <li>
                <a href={entry.href}>
                  <Icon name={entry.icon} />
                  {t(entry.key)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      <p>
        <b>{who.name}</b>
        {place === "foot" ? " · " : null}
        {who.role}
      </p>
      <LanguageSwitch t={t} back={path} />
      <SignOut t={t} />
    </div>
  );
}
