import type { Child } from "hono/jsx";
import type { Text } from "../text/index.ts";
import type { FlagCode } from "./Flag.tsx";
import { Icon, Mark } from "./Icon.tsx";
import type { IconName } from "./icons.ts";

const ownIcon = { good: "check", watch: "warning", plain: "info" } as const satisfies Record<
  string,
  IconName
>;

/** A notice that says what to do. `stop` is for {@link StopNote} alone. */
export function Note({
  kind = "plain",
  icon,
  children,
}: {
  kind?: "good" | "watch" | "plain";
  icon?: IconName | undefined;
  children?: Child;
}) {
  return (
    <div class="note" data-kind={kind === "good" ? undefined : kind}>
      <Icon name={icon ?? ownIcon[kind]} />
      <div>{children}</div>
    </div>
  );
}

/** A critical value nobody has been told about: what, since when, the contact act, and who is next. */
export function StopNote(props: {
  t: Text;
  title: string;
  flag?: Extract<FlagCode, "HH" | "LL"> | "A" | undefined;
  /** Minutes since the result was known, and how many there are. */
  clock?: { minutes: number; limit: number } | undefined;
  next?: string | undefined;
  acts?: Child;
  children?: Child;
}) {
  const { t, clock } = props;
  return (
    <section class="note crit" data-kind="stop" aria-label={props.title}>
      <Mark name={props.flag ?? "HH"} />
      <div>
        <h2>{props.title}</h2>
        <p>{props.children}</p>
      </div>
      {clock ? <Elapsed t={t} {...clock} /> : null}
      {props.acts || props.next ? (
        <div class="row acts">
          {props.acts}
          {props.next ? <span class="small quiet">{props.next}</span> : null}
        </div>
      ) : null}
    </section>
  );
}

function Elapsed({ t, minutes, limit }: { t: Text; minutes: number; limit: number }) {
  const hours = String(Math.floor(minutes / 60)).padStart(2, "0");
  return (
    <p class="clock">
      <b>
        {hours}:{String(minutes % 60).padStart(2, "0")}
      </b>
      {minutes > limit ? t("stop.over", { n: minutes - limit }) : t("stop.of", { n: limit })}
    </p>
  );
}
