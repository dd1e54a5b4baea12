import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { ButtonLink } from "../../components/index.ts";
import { Document } from "../../layout/index.ts";
import type { Text } from "../../text/index.ts";

/** A page made to be printed on A4; on the screen, the way back stands above it. */
export function Sheet(props: {
  t: Text;
  title: string;
  back: { href: string; word: string };
  children?: Child;
}) {
  const { t } = props;
  return (
    <Document t={t} title={props.title} style="day.css">
      <nav class="toolbar" aria-label={props.title}>
        <ButtonLink href={props.back.href}>{props.back.word}</ButtonLink>
      </nav>
      <main id="main" tabindex={-1}>
        {props.children}
      </main>
    </Document>
  );
}

/** A barcode with the text it says. */
export const Barcode = ({ svg, text }: { svg: string; text: string }) => (
  <figure class="code" role="img" aria-label={text}>
    {raw(svg)}
    <figcaption aria-hidden="true">{text}</figcaption>
  </figure>
);
