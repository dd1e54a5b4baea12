import { calledTwice, callOutcomes, callScripts } from "../../../../shared/monitoring/index.ts";
import { Button, Field } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import { sourceText } from "../client/source-words.ts";
import { type Given, Where } from "./Where.tsx";

const channels = ["phone", "in person", "message"] as const;

/** What to say, and what it came to: open it, press the outcome. */
export function Call(props: Given) {
  const { call, row } = props;
  const { t, form } = call;
  const { followUp } = row;
  const script = callScripts.recheck;
  return (
    <details open={form.has("call")}>
      <summary>{t("spine.call")}</summary>
      <form method="post" action="/worklist/call" class="form">
        <Where {...props} />
        <input type="hidden" name="call" value="1" />
        <ol class="script small" aria-label={t("spine.script")}>
          {script.steps.map((step) => (
            <li>{t.pick(step)}</li>
          ))}
        </ol>
        <p class="small quiet">
          {sourceText(t, t.pick(script.source))} <span class="signoff">{t("review.needs-sign-off")}</span>
        </p>
        <Field t={t} name="channel" id="call-channel" label={t("spine.channel")}>
          {(wiring) => (
            <select {...wiring}>
              {channels.map((channel) => (
                <option value={channel} selected={form.text("channel") === channel}>
                  {t(`spine.channel.${channel}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field t={t} name="note" id="call-note" label={t("spine.note")} optional>
          {(wiring) => (
            <input
              {...wiring}
              value={form.has("call") ? form.text("note") : ""}
              maxlength={300}
              autocomplete="off"
            />
          )}
        </Field>
        <div class="row outcomes">
          {callOutcomes.map((value) => (
            <Button name="outcome" value={value}>
              {t(`spine.outcome.${value}`)}
            </Button>
          ))}
        </div>
      </form>
      {followUp.calls.length && followUp.state !== "lost contact" ? <Lost {...props} /> : null}
    </details>
  );
}

function Lost(props: Given) {
  const { t } = props.call;
  if (!calledTwice(props.row.followUp)) return <p class="small quiet">{t("spine.lost-wait")}</p>;
  return (
    <form method="post" action="/worklist/lost" class="form">
      <Where {...props} />
      <p class="small quiet">{t("spine.lost-hint")}</p>
      <Button>{t("spine.lost")}</Button>
    </form>
  );
}

/** The key goes to whoever works the list: seen to for today, and the next row. */
export function Aside(props: Given & { call: PageCall }) {
  const { t } = props.call;
  return (
    <form method="post" action="/worklist/aside">
      <Where {...props} />
      <input type="hidden" name="goOn" value="1" />
      <Button shortcut="e">{t("spine.aside")}</Button>
    </form>
  );
}
