import type { Text } from "../text/index.ts";
import { type LoopModel, ringsOf, type Stage, stages } from "./loop-model.ts";
import { px } from "./scale.ts";

const centre = { x: 236, y: 186 };
const radius = 120;
const arc = 64.8;
const gap = 3;
const end = arc * stages.length;
const outerRing = 98;

/** A point on the ring; degrees run clockwise from the trunk on the left. */
function on(degrees: number, r = radius): string {
  const angle = (degrees * Math.PI) / 180;
  return `${px(centre.x - r * Math.cos(angle))} ${px(centre.y - r * Math.sin(angle))}`;
}

const arcPath = (from: number, to: number): string => `M${on(from)}A${radius} ${radius} 0 0 1 ${on(to)}`;

const spanOf = (index: number): [number, number] => [
  index === 0 ? 0 : arc * index + gap,
  index === stages.length - 1 ? end : arc * (index + 1) - gap,
];

const labels: Record<Stage, { x: number; y: number; anchor: "start" | "middle" | "end" }> = {
  test: { x: 114.4, y: 108.8, anchor: "end" },
  assess: { x: 254, y: 27.1, anchor: "middle" },
  guide: { x: 373, y: 141.5, anchor: "start" },
  educate: { x: 334.6, y: 291, anchor: "start" },
  monitor: { x: 183, y: 333.9, anchor: "middle" },
};
const nextLine = 18;

/**
 * The loop of one person: a trunk (register, once), five arcs clockwise, the present one filled as far as its
 * days, a ring where she stands, the dashed way back to the gate, and inside one thin ring for each finished turn.
 * `small` is the same drawing with only the number of the turn. Title and description say it in words.
 */
export function Loop({ t, loop, size = "full" }: { t: Text; loop: LoopModel; size?: "full" | "small" }) {
  const full = size === "full";
  const drawing = (
    <svg
      class="loop"
      viewBox={full ? "4 8 460 352" : "98 46 276 296"}
      role="img"
      aria-labelledby={`${loop.id}-t ${loop.id}-d`}
    >
      <title id={`${loop.id}-t`}>{titleOf(t, loop)}</title>
      <desc id={`${loop.id}-d`}>{inWords(t, loop)}</desc>
      <path class="return" d={arcPath(end + gap, end + 17)} />
      <path class="stem" d={`M${centre.x - radius} 328V${centre.y}`} />
      <Arcs loop={loop} />
      <Rings loop={loop} small={!full} />
      <circle class="gate" cx={centre.x - radius} cy="244" r="8.5" />
      {full ? <Labels t={t} loop={loop} /> : null}
      {full ? (
        <Middle t={t} loop={loop} />
      ) : (
        <text class="big" x={centre.x} y="212" text-anchor="middle">
          {loop.turn}
        </text>
      )}
    </svg>
  );
  return full ? <div class="loopbox">{drawing}</div> : drawing;
}

function Arcs({ loop }: { loop: LoopModel }) {
  const here = stages.indexOf(loop.at);
  const [from, to] = spanOf(here);
  const reached = from + Math.min(1, Math.max(0, loop.share)) * (to - from);
  const [x, y] = on(reached).split(" ");
  return (
    <>
      {stages.map((stage, index) => (
        <path
          class="arc"
          data-stage={stage}
          data-is={index < here ? "done" : undefined}
          d={arcPath(...spanOf(index))}
        />
      ))}
      <path class="arc" data-is="here" d={arcPath(from, Math.max(reached, from + 0.1))} />
      <circle class="here" cx={x} cy={y} r="13" />
    </>
  );
}

function Rings({ loop, small }: { loop: LoopModel; small: boolean }) {
  const rings = ringsOf(loop.finished);
  const step = rings.length > 5 ? 6 : small ? 9 : 8;
  return (
    <>
      {rings.map((ring, index) => {
        const r = outerRing - (rings.length - 1 - index) * step;
        const merged = ring.turns > 1;
        return (
          <>
            <circle
              class="growth"
              data-grade={ring.grade}
              data-merged={merged ? "true" : undefined}
              cx={centre.x}
              cy={centre.y}
              r={r}
            />
            {merged && !small ? (
              <text class="merged" x={centre.x} y={centre.y + r + 5} text-anchor="middle">
                ×{ring.turns}
              </text>
            ) : null}
          </>
        );
      })}
    </>
  );
}

function Labels({ t, loop }: { t: Text; loop: LoopModel }) {
  return (
    <>
      {stages.map((stage) => {
        const { x, y, anchor } = labels[stage];
        const note = stage === loop.at ? loop.note : loop.notes?.[stage];
        return (
          <>
            <text class={stage === loop.at ? "stage on" : "stage"} x={x} y={y} text-anchor={anchor}>
              {t(`loop.${stage}`)}
            </text>
            {note ? (
              <text class="when" x={x} y={y + nextLine} text-anchor={anchor}>
                {note}
              </text>
            ) : null}
          </>
        );
      })}
      <text class="stage" x="94" y="310" text-anchor="end">
        {t("loop.register")}
      </text>
      <text class="when" x="94" y="328" text-anchor="end">
        {loop.registered}
      </text>
      {loop.next ? (
        <>
          <text class="stage" x="94" y="241" text-anchor="end">
            {t("loop.turn", { n: loop.next.turn })}
          </text>
          <text class="when" x="94" y="259" text-anchor="end">
            {t("loop.opens", { when: loop.next.when })}
          </text>
        </>
      ) : null}
    </>
  );
}

function Middle({ t, loop }: { t: Text; loop: LoopModel }) {
  const middle = { x: centre.x, "text-anchor": "middle" } as const;
  return (
    <>
      <text {...middle} y="160">
        {t("loop.since", { year: loop.since })}
      </text>
      <text class="big" data-long={loop.turn > 9 ? "true" : undefined} {...middle} y="197">
        {t("loop.turn", { n: loop.turn })}
      </text>
      <text class="stage on" {...middle} y="221">
        {t(`loop.${loop.at}`)}
      </text>
    </>
  );
}

function titleOf(t: Text, loop: LoopModel): string {
  const where = { turn: loop.turn, stage: t(`loop.${loop.at}`) };
  return loop.name ? t("loop.title", { name: loop.name, ...where }) : t("loop.title-you", where);
}

function inWords(t: Text, loop: LoopModel): string {
  const done = stages.slice(0, stages.indexOf(loop.at)).map((stage) => t(`loop.${stage}`));
  const ended = loop.finished.map(({ turn, grade }) => t("loop.ended", { turn, grade: t(`grade.${grade}`) }));
  return [
    t("loop.registered", { when: loop.registered }),
    done.length > 0 ? t("loop.done", { stages: t.list(done) }) : "",
    t("loop.here", { stage: t(`loop.${loop.at}`), note: loop.note }),
    loop.next ? t("loop.return", loop.next) : "",
    ...ended,
  ]
    .filter(Boolean)
    .join(t.language === "zh" ? "" : " ");
}
