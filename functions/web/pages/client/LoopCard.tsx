import type { Child } from "hono/jsx";
import type { Instant } from "../../../../shared/kernel/time.ts";
import type { ClientFile } from "../../../../shared/loop/index.ts";
import { Loop } from "../../charts/index.ts";
import { GradeChip } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { nameOf } from "./banner-of.ts";
import { loopOf, ringsByGrade } from "./loop-of.ts";

/** The loop of this person, drawn, with the years its rings stand for. */
export function LoopCard(props: { t: Text; file: ClientFile; now: Instant; children?: Child }) {
  const { t, file, now } = props;
  const loop = loopOf(t, file, now, nameOf(t, file.client));
  return (
    <section class="card ringcard" aria-label={t("client.loop")}>
      <Loop t={t} loop={loop} />
      {loop.finished.length ? (
        <p class="legend">
          <span>{t("loop.legend")}</span>{" "}
          {ringsByGrade(file, loop.finished).map(([grade, years]) => (
            <GradeChip t={t} grade={grade} word={t.list(years)} />
          ))}
        </p>
      ) : null}
      {props.children}
    </section>
  );
}
