import { renderSVG } from "uqr";
import { rankNames } from "../../../shared/access/index.ts";
import {
  type Assessment,
  type Finding,
  formulaCalled,
  ofHundred,
  primaryRisk,
  type Score,
  type Signature,
} from "../../../shared/assessment/index.ts";
import type { Client } from "../../../shared/clients/index.ts";
import type { Plan } from "../../../shared/guidance/index.ts";
import { ageOn } from "../../../shared/kernel/time.ts";
import type { FollowUp } from "../../../shared/monitoring/index.ts";
import type { ExamResults } from "../../../shared/testing/index.ts";
import { rangeInWords } from "../charts/index.ts";
import { measureOf } from "../pages/client/measures.ts";
import { trendOf } from "../pages/client/trend-of.ts";
import { scriptsOf } from "../pages/clients/person.ts";
import { departmentName, outcomeKey } from "../pages/departments/words.ts";
import { causeKey } from "../pages/review/cause.ts";
import { draftConclusion } from "../pages/review/draft-conclusion.ts";
import { urgencies, urgencyOf } from "../pages/review/urgency.ts";
import { figure } from "../pages/scores/score-words.ts";
import type { Text } from "../text/index.ts";
import { drawn } from "./chart.tsx";
import { printedResults } from "./results-of.ts";
import { firstOf, type Saying, type Sheet, sayingIn, type Tongue, type Words } from "./sheet.ts";

/** What a printed report is made of. */
export interface ToPrint {
  client: Client;
  assessment: Assessment;
  /** This exam and the ones before it that the reader may see, newest first. */
  exams: readonly ExamResults[];
  next: readonly FollowUp[];
  plan: Plan | undefined;
  /** The address that says whether the paper is ours; only a released version has one. */
  address: string | undefined;
}

const mostTrends = 4;

/** A report in words, in one language or both, ready to be set. */
export function sheetOf(what: ToPrint, tongue: Tongue): Sheet {
  const { client, assessment, exams, next, address } = what;
  const say = sayingIn(tongue);
  const first = firstOf(tongue);
  const trends = trendsOf(what, tongue);
  const { grade, version } = assessment;
  const title = first("paper.title", { day: first.fullDay(assessment.date) });
  return {
    lang: first.language,
    title,
    heading: say((t) => t("report.health-report")),
    centre: say((t) => t("report.centre")),
    ...noticeOf(assessment, say),
    facts: factsOf(client, assessment, say),
    grade: {
      word: say((t) => t("me.overall")),
      name: say((t) => t(gradeKeys[grade.path])),
      says: say((t) => t(`me.grade-${grade.path}`)),
    },
    conclusion: {
      word: say((t) => t("report.conclusion")),
      paragraphs: paragraphsOf(assessment, say),
      ...(assessment.reason
        ? { because: say((t) => t("review.because", { reason: assessment.reason ?? "" })) }
        : {}),
    },
    departments: {
      word: say((t) => t("dept.all")),
      rows: (assessment.departments ?? []).map((said) => ({
        name: say((t) => departmentName(t, said.department)),
        outcome: say((t) => t(outcomeKey(said.outcome))),
        says: say((t) => said.text[t.language] ?? said.text.zh ?? said.text.en ?? ""),
        by: first("dept.by", { name: said.by.name, when: first.date(said.at) }),
      })),
    },
    findings: {
      word: say((t) => t("me.findings")),
      groups: urgencies.flatMap((urgency) => {
        const findings = assessment.findings.filter(
          (one) => one.class !== "normal" && urgencyOf(one.severity) === urgency,
        );
        return findings.length
          ? [
              {
                name: say((t) => t(`review.urgency.${urgency}`)),
                findings: findings.map((one) => printed(one, say)),
              },
            ]
          : [];
      }),
    },
    results: printedResults(client, exams, assessment.date, say),
    trends: {
      word: say((t) => t("paper.trends")),
      charts: trends.map(({ name, says }, at) => ({ name, says, drawing: `trend-${at}.svg` })),
    },
    scores: {
      word: say((t) => t("paper.scores")),
      rows: scoresOf(assessment.scores, say, sayingIn(first.language)),
    },
    next: {
      word: say((t) => t("report.next")),
      steps: next.map(({ due, act, name }) => ({
        when: due,
        what: say((t) => `${t.pick(name)}${t.language === "zh" ? "：" : ": "}${t.pick(act)}`),
      })),
      none: say((t) => t("report.next-none")),
    },
    ...planOf(what.plan, assessment.date, say),
    ...signaturesOf(assessment, say, first),
    ...(address
      ? {
          authentic: {
            drawing: "code.svg",
            address,
            says: say((t) => t("paper.authentic")),
            alt: first("paper.qr"),
          },
        }
      : {}),
    covers: say(
      (t) =>
        t("report.covers", { rules: assessment.ruleSet }) +
        (assessment.findings.some(({ status }) => status === "needs sign-off")
          ? ` ${t("report.unsure")}`
          : ""),
    ),
    foot: say(
      (t) => `${client.number} · ${t("report.confidential")} · ${t("review.version", { n: version })}`,
    ),
    drawings: {
      ...Object.fromEntries(trends.map(({ svg }, at) => [`trend-${at}.svg`, svg])),
      ...(address ? { "code.svg": renderSVG(address, { border: 1 }) } : {}),
    },
  };
}

/** Both hands where the rules ask for two, and that the second is missing. */
function signaturesOf(
  { signedAt, signedBy, second }: Assessment,
  say: Saying,
  first: Text,
): Pick<Sheet, "signed" | "awaits" | "unsigned"> {
  if (!signedAt || !signedBy) return { unsigned: say((t) => t("report.not-signed")) };
  const hand = ({ name, rank }: Signature, at: string, word: "report.signed" | "second.paper") => ({
    name,
    title: rank ? say((t) => t.pick(rankNames[rank])) : say((t) => t("role.physician")),
    at: `${first.date(at)} ${first.time(at)}`,
    word: say((t) => t(word)),
  });
  return {
    signed: [
      hand(signedBy, signedAt, "report.signed"),
      ...(second?.by && second.at ? [hand(second.by, second.at, "second.paper")] : []),
    ],
    ...(second && !second.by ? { awaits: say((t) => t("second.waits")) } : {}),
  };
}

const gradeKeys = {
  healthy: "grade.healthy",
  "sub-health": "grade.subhealth",
  "needs-confirmation": "grade.suspected-plain",
  disease: "grade.disease",
} as const;

function noticeOf({ recalled, signedAt, releasedAt }: Assessment, say: Saying): { notice?: Words } {
  if (recalled)
    return {
      notice: say((t) =>
        t("paper.recalled", { day: t.date(recalled.at), cause: t(causeKey(recalled.cause)) }),
      ),
    };
  if (!signedAt) return { notice: say((t) => t("paper.draft")) };
  return releasedAt ? {} : { notice: say((t) => t("paper.unreleased")) };
}

function factsOf(client: Client, { date }: Assessment, say: Saying): Sheet["facts"] {
  const { han, latin } = scriptsOf(client);
  const { text, asked } = client.health.allergies;
  const named = [han, latin].filter(Boolean).join(" ");
  return [
    { word: say((t) => t("report.name")), fact: say(() => named) },
    {
      word: say((t) => t("report.sex-age")),
      fact: say((t) => t.list([t(`sex.${client.sex}`), String(ageOn(client.birthDate, date))])),
    },
    { word: say((t) => t("report.number")), fact: say(() => client.number) },
    { word: say((t) => t("report.date")), fact: say((t) => t.fullDay(date)) },
    {
      word: say((t) => t("report.allergy")),
      fact: say((t) => text || t(asked ? "report.allergy-none" : "report.allergy-unasked")),
    },
  ];
}

/** The physician's words as they wrote them; a language they did not write in has the findings' own sentences. */
function paragraphsOf(assessment: Assessment, say: Saying): Words[] {
  const said = assessment.conclusion;
  const whole = say(
    (t) => said?.[t.language] || (said?.zh ?? said?.en) || draftConclusion(assessment, t.language),
  );
  const split = (text: string | undefined) => (text ?? "").split("\n").filter(Boolean);
  const [zh, en] = [split(whole.zh), split(whole.en)];
  return Array.from({ length: Math.max(zh.length, en.length) }, (_, at) => ({
    ...(zh[at] ? { zh: zh[at] } : {}),
    ...(en[at] ? { en: en[at] } : {}),
  }));
}

const printed = (finding: Finding, say: Saying) => ({
  name: say((t) =>
    finding.needsConfirmation ? t("me.not-confirmed", { name: t.pick(finding.name) }) : t.pick(finding.name),
  ),
  says: say((t) => t.pick(finding.sentence)),
  means: say((t) => t.pick(finding.meaning)),
});

/** The scores a client reads, each in words; the heart risk in people of a hundred. */
function scoresOf(scores: readonly Score[], say: Saying, once: Saying): Sheet["scores"]["rows"] {
  return scores
    .filter(({ id, value }) => value !== null && !formulaCalled(id)?.audience)
    .map((score) => ({
      name: say((t) => t.pick(score.name)),
      says: say((t) => {
        const number = figure(t, score);
        if (score.id === primaryRisk && score.value !== null) {
          const { count, fewerThanOne } = ofHundred(score.value);
          return fewerThanOne
            ? t("score.fewer-than-one")
            : t("score.of-hundred", { n: count, rest: 100 - count });
        }
        if (!score.band) return number;
        const band = t.pick(score.band.label);
        return number ? t("me.score", { band, value: number }) : band;
      }),
      source: once((t) => t("paper.source", { source: score.source })),
    }));
}

/** The courses of what matters most, at most four. */
function trendsOf({ assessment, exams, client }: ToPrint, tongue: Tongue) {
  const t = firstOf(tongue);
  const say = sayingIn(tongue);
  const items = assessment.findings
    .filter((one) => one.class !== "normal")
    .flatMap(({ evidence }) => evidence.slice(0, 1).map(({ item }) => item));
  const measures = new Map(items.map((item) => [measureOf(item).codes[0], measureOf(item)]));
  return [...measures.values()]
    .map((measure) => ({ measure, trend: trendOf(t, measure, exams, client) }))
    .filter(({ trend }) => trend.points.length > 1)
    .slice(0, mostTrends)
    .map(({ measure, trend }) => ({
      name: say((one) => [one.pick(measure.name), measure.unit].filter(Boolean).join(", ")),
      ...drawn(t, trend),
    }));
}

/** What is still ahead: a goal whose day was before the exam is not promised again. */
function planOf(plan: Plan | undefined, date: string, say: Saying): Pick<Sheet, "plan"> {
  if (!plan) return {};
  const ahead = plan.goals.filter((goal) => goal.state === "open" && goal.by >= date);
  const goals = ahead.map((goal) =>
    say((t) =>
      t("paper.goal", {
        name: t.pick(goal.name),
        range: [rangeInWords(t, goal.target.low, goal.target.high), measureOf(goal.metric).unit]
          .filter(Boolean)
          .join(" "),
        day: t.fullDay(goal.by),
      }),
    ),
  );
  const actions = plan.actions
    .filter(({ owner, kind }) => owner === "client" && kind !== "recheck")
    .map(({ text, why }) => ({ what: say((t) => t.pick(text)), how: say((t) => t.pick(why)) }));
  return goals.length || actions.length
    ? { plan: { word: say((t) => t("paper.plan")), goals, actions } }
    : {};
}
