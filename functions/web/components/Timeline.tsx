import type { Child } from "hono/jsx";
import type { Text } from "../text/index.ts";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icons.ts";

/** One thing said or done. From the client on the left, from us on the right, the record on the spine. */
export type Moment =
  | {
      from: "client" | "centre";
      icon: IconName;
      /** Channel, who, when. */
      by: string;
      text: Child;
      learnt?: string | undefined;
    }
  | { from: "record"; day: string; text: Child };

/** Newest first. One column on a phone. */
export function Timeline({ t, moments }: { t: Text; moments: readonly Moment[] }) {
  return (
    <div class="talk">
      <div class="ends" aria-hidden="true">
        <span>{t("timeline.her")}</span>
        <span>{t("timeline.us")}</span>
      </div>
      <ol class="timeline">
        {moments.map((moment) =>
          moment.from === "record" ? (
            <li data-from="record">
              <span>
                <b>{moment.day}</b> {moment.text}
              </span>
            </li>
          ) : (
            <li data-from={moment.from}>
              <p class="by">
                <Icon name={moment.icon} />
                <span class="sr">{t(moment.from === "client" ? "timeline.her" : "timeline.us")}</span>{" "}
                {moment.by}
              </p>
              <p>{moment.text}</p>
              {moment.learnt ? (
                <p class="learnt">
                  <Icon name="leaf" />
                  <span>
                    {t("timeline.learnt")} {moment.learnt}
                  </span>
                </p>
              ) : null}
            </li>
          ),
        )}
      </ol>
    </div>
  );
}
