import {
  Loop,
  RangeBar,
  RiskScale,
  ShareBar,
  Sparkline,
  TrendChart,
} from "../../functions/web/charts/index.ts";
import {
  Banner,
  Button,
  ButtonLink,
  Chips,
  Choices,
  DateBlock,
  Dialog,
  DueMark,
  Empty,
  ErrorSummary,
  Facts,
  Field,
  Flag,
  GradeChip,
  Icon,
  MarkedTable,
  Note,
  SearchBox,
  State,
  Steps,
  StopNote,
  Timeline,
} from "../../functions/web/components/index.ts";
import { ClientPage, LocalBar, navFor, Page } from "../../functions/web/layout/index.ts";
import type { Text } from "../../functions/web/text/index.ts";
import { ldl, lin, linLoop, moments, pressure } from "./sheet-people.ts";

const flags = ["HH", "LL", "H", "L", "A", "N"] as const;
const grades = ["healthy", "subhealth", "suspected", "disease"] as const;

/** Every part once, on a staff page, in the markup the pages use. */
export function StaffSheet({ t }: { t: Text }) {
  const say = (en: string, zh: string) => t.pick({ en, zh });
  return (
    <Page
      t={t}
      title={say("Parts", "部件")}
      path="/sheet"
      current="clients"
      nav={navFor(["health-manager"], ["worklist", "clients", "monitor", "plans", "educate", "messages"], {
        worklist: 12,
        messages: 3,
      })}
      who={{ name: say("Shen Jia", "沈佳"), role: t("role.health-manager") }}
      toast={{
        text: say("Snoozed to 24 November.", "已延后到 11 月 24 日。"),
        undo: { action: "/undo", fields: { id: "F1" } },
      }}
      banner={
        <Banner t={t} client={lin(t)}>
          <ButtonLink href="/write" icon="message">
            {t("banner.write")}
          </ButtonLink>
        </Banner>
      }
      bar={
        <LocalBar t={t} clock="2026-11-22 09:30">
          <form method="post" action="/local/clock">
            <button type="submit">{say("A week later", "一周后")}</button>
          </form>
          <a href="/local/mailbox">
            {say("Mailbox", "信箱")} <b>2</b>
          </a>
        </LocalBar>
      }
    >
      <div class="head">
        <div>
          <h2>{say("Parts", "部件")}</h2>
          <p>{say("Every part once, in the markup the pages use.", "每个部件一次，与页面所用相同。")}</p>
        </div>
        <SearchBox t={t} action="/clients/find" />
      </div>
      <Chips
        label={say("Filter", "筛选")}
        items={[
          { href: "?view=overdue", word: say("Overdue", "已超期"), count: 4 },
          { href: "?view=today", word: say("Today", "今天"), count: 3 },
          { href: "?", word: say("All open", "全部"), count: 96, chosen: true },
        ]}
      />
      <div class="cols" data-cols="ring">
        <section class="card ringcard" aria-label={say("Loop", "循环")}>
          <Loop t={t} loop={linLoop(t)} />
          <p class="legend">
            <span>{t("loop.legend")}</span> <GradeChip t={t} grade="healthy" word="2022, 2023" />{" "}
            <GradeChip t={t} grade="subhealth" word="2024, 2025" />
          </p>
        </section>
        <section class="card" aria-label={say("Changed", "变化")}>
          <div class="next">
            <DateBlock t={t} at="2026-11-24" />
            <div>
              <h2>{say("Next due: blood pressure review, 24 November", "下一步：血压回访，11 月 24 日")}</h2>
              <p class="quiet">
                {say(
                  "7 mornings at home first. 4 are in, mean 139/88.",
                  "先在家测 7 个早上，已有 4 次，平均 139/88。",
                )}
              </p>
            </div>
            <Button kind="main">{say("Plan the call", "安排电话")}</Button>
          </div>
          <hr class="rule" />
          <MarkedTable
            caption={say("Changed since last visit", "与上次相比")}
            columns={[
              { head: say("Measure", "项目"), silent: true },
              { head: say("Last", "上次"), figure: true },
              { head: say("Now", "本次"), figure: true },
              { head: say("Flag", "提示") },
              { head: say("Five turns", "五轮") },
            ]}
            rows={[
              {
                cells: [
                  say("Blood pressure", "血压"),
                  "138/86",
                  <span class="value">148/92</span>,
                  <Flag t={t} flag="H" />,
                  <Sparkline values={[126, 129, 134, 138, 148]} flag="H" />,
                ],
              },
              {
                cells: [
                  say("Thyroid nodule", "甲状腺结节"),
                  "8 mm",
                  <span class="value">8 mm</span>,
                  <Flag t={t} flag="A" word={say("Stable", "稳定")} />,
                  <Sparkline values={[7, 8, 8, 8, 8]} />,
                ],
              },
              {
                cells: [
                  "eGFR",
                  "98",
                  <span class="value">97</span>,
                  <Flag t={t} flag="N" />,
                  <Sparkline values={[101, 100, 99, 98, 97]} flag="N" />,
                ],
              },
            ]}
          />
        </section>
      </div>
      <div class="cols" data-cols="side">
        <Timeline t={t} moments={moments(t)} />
        <section class="card" aria-label={say("Marks", "标记")}>
          <div class="row">
            {flags.map((flag) => (
              <Flag t={t} flag={flag} />
            ))}
          </div>
          <div class="row">
            {grades.map((grade) => (
              <GradeChip t={t} grade={grade} />
            ))}
          </div>
          <div class="row">
            <DueMark t={t} due={{ is: "overdue", days: 12 }} />
            <DueMark t={t} due={{ is: "today" }} />
            <DueMark t={t} due={{ is: "later", day: t.day("2026-11-24") }} />
          </div>
          <div class="row">
            <State is="ok" word={say("Accepted", "已采纳")} />
            <State is="waiting" word={say("Waiting", "等待")} />
            <State is="stop" word={say("Blocked", "受阻")} />
            <span class="pill">
              <Icon name="shield" />
              {say("Consent given", "已同意")}
            </span>
            <span class="signoff">{t("kit.needs-sign-off")}</span>
          </div>
          <Steps
            steps={[
              t("step.booked"),
              t("step.checked-in"),
              t("step.at-lab"),
              t("step.reviewed"),
              t("step.released"),
            ]}
            at={2}
          />
          <RangeBar
            t={t}
            range={{ name: say("Fasting glucose", "空腹血糖"), value: 6.4, low: 3.9, high: 6.1, flag: "H" }}
          />
          <RangeBar
            t={t}
            range={{ name: say("Haemoglobin", "血红蛋白"), value: 104, low: 115, high: 150, flag: "L" }}
          />
          <RangeBar t={t} range={{ name: "eGFR", value: 97, low: 90 }} />
          <RangeBar t={t} range={{ name: "LDL-C", value: 3.6, high: 3.4, flag: "H" }} />
          <RiskScale
            risk={{
              title: say("10-year ASCVD risk 8.6%, moderate", "10 年 ASCVD 风险 8.6%，中危"),
              bands: [
                { word: say("Low, below 5%", "低危，低于 5%") },
                { word: say("Moderate, 5 to 10%", "中危，5% 到 10%"), here: true },
                { word: say("High, 10% or more", "高危，10% 及以上") },
              ],
              note: say(
                "Age, pressure, lipids, waist used; nothing missing.",
                "已用年龄、血压、血脂、腰围，无缺项。",
              ),
            }}
          />
          <ShareBar parts={[96, 88, 74]} whole={118} />
          <div class="row">
            <Button kind="main">{say("Main", "主要")}</Button>
            <Button>{say("Other", "其他")}</Button>
            <Button kind="plain">{say("Plain", "轻")}</Button>
            <Button kind="danger" opens="merge">
              {say("Merge", "合并")}
            </Button>
            <Button blockedBy="why" icon="review">
              {say("Sign and release", "签发")}
            </Button>
            <Button shortcut="e">{say("Done", "完成")}</Button>
          </div>
          <ul class="check" id="why">
            <li>
              <Icon name="check" />
              {say("46 of 46 results verified", "46 项结果已审核")}
            </li>
            <li data-no>
              <Icon name="cross" />
              {say("Potassium 6.7: no contact recorded", "血钾 6.7：没有联系记录")}
            </li>
          </ul>
        </section>
      </div>
      <StopNote
        t={t}
        title={say("Potassium 6.7 mmol/L, critical high", "血钾 6.7 mmol/L，危急偏高")}
        clock={{ minutes: 18, limit: 30 }}
        next={say("At 11:12 it goes to Dr Yan, duty lead", "11:12 转给值班组长严医生")}
        acts={
          <>
            <Button kind="main">{say("Record the contact", "登记联系")}</Button>
            <Button icon="phone">{say("Call", "拨打")}</Button>
          </>
        }
      >
        {say(
          "Reported by the laboratory 10:42. Nobody has been told yet.",
          "检验科 10:42 报告。还没有人被告知。",
        )}
      </StopNote>
      <div class="cols" data-cols="half">
        <section class="card" aria-label="LDL-C">
          <TrendChart t={t} trend={ldl(t)} />
        </section>
        <section class="card" aria-label={say("Pressure", "血压")}>
          <TrendChart t={t} trend={pressure(t)} />
        </section>
      </div>
      <div class="cols" data-cols="half">
        <section class="card" aria-label={say("Form", "表单")}>
          <form class="form" method="post" action="/enrol" novalidate data-guard>
            <ErrorSummary
              t={t}
              errors={[
                {
                  field: "idNumber",
                  message: say("Id number: the last character should be X", "证件号：最后一位应为 X"),
                },
                { field: "mobile", message: say("Mobile: one digit is missing", "手机号：少一位") },
              ]}
            />
            <Field
              t={t}
              name="idNumber"
              label={say("Id number", "证件号")}
              hint={say("18 characters. Fills in birth date and sex.", "18 位，自动填出生日期和性别。")}
              error={say(
                "The last character should be X. Excel may have changed it.",
                "最后一位应为 X，可能被 Excel 改过。",
              )}
            >
              {(wiring) => <input {...wiring} value="990106197405120920" autocomplete="off" />}
            </Field>
            <Field
              t={t}
              name="mobile"
              label={say("Mobile", "手机号")}
              error={say("10 digits typed, 11 needed.", "输入了 10 位，需要 11 位。")}
            >
              {(wiring) => <input {...wiring} type="tel" value="1380000000" />}
            </Field>
            <Field t={t} name="day" label={say("First exam", "首次体检")} optional>
              {(wiring) => <input {...wiring} type="date" value="2026-11-27" />}
            </Field>
            <Choices
              legend={say("Consent", "同意")}
              name="consent"
              kind="checkbox"
              options={[
                { value: "care", label: say("Care", "诊疗"), checked: true },
                { value: "marketing", label: say("Marketing", "推广") },
              ]}
            />
            <Button kind="main">{say("Enrol", "建档")}</Button>
          </form>
        </section>
        <section class="card" aria-label={say("Notes", "提示")}>
          <Note kind="good">{say("Saved at 09:12.", "09:12 已保存。")}</Note>
          <Note kind="watch">
            <b>{say("Joiners: 28 of 31 rows are in.", "入职名单：31 行中 28 行已导入。")}</b>
          </Note>
          <Note icon="shield">
            {say("You see attendance, never results.", "您只看到到检情况，看不到结果。")}
          </Note>
          <Facts
            facts={[
              [say("Owner", "负责人"), say("Shen Jia", "沈佳")],
              [say("Reach her", "联系方式"), say("WeChat after 18:00", "18:00 以后微信")],
            ]}
          />
          <Empty t={t}>{say("Next due Thursday: HbA1c.", "周四：糖化血红蛋白。")}</Empty>
        </section>
      </div>
      <Dialog
        t={t}
        id="merge"
        title={say("Merge two files into P-20417?", "把两份档案合并到 P-20417？")}
        action="/merge"
        act={say("Merge", "合并")}
        keep={say("Keep apart", "不合并")}
      >
        <p>
          {say(
            "All 5 exams and both phone numbers are kept. This cannot be undone.",
            "5 次体检和两个电话都保留。不能撤销。",
          )}
        </p>
      </Dialog>
    </Page>
  );
}

/** A client's page with the small loop, on a phone. */
export function ClientSheet({ t }: { t: Text }) {
  const say = (en: string, zh: string) => t.pick({ en, zh });
  return (
    <ClientPage
      t={t}
      title={t("nav.client-home")}
      path="/me"
      current="client-home"
      nav={navFor(["client"], ["client-home", "client-plan", "client-book", "client-me"])}
    >
      <div>
        <h1>{say("Good morning, Ms Lin", "林女士，早上好")}</h1>
        <p class="lead">
          {say("Most results are normal; one needs confirming first.", "多数项目正常，有一项要先确认。")}
        </p>
      </div>
      <section class="card nextstep" aria-labelledby="n">
        <p class="k">{say("Next step · today", "下一步 · 今天")}</p>
        <h2 id="n">{say("Measure your blood pressure (day 5 of 7)", "测一次血压（第 5 天，共 7 天）")}</h2>
        <Button>{say("Log it", "记录血压")}</Button>
      </section>
      <section class="card where" aria-label={say("Loop", "循环")}>
        <Loop t={t} loop={{ ...linLoop(t, "small"), name: undefined }} size="small" />
        <div>
          <h2>{say("Turn 5, monitoring", "第 5 轮，正在监测")}</h2>
          <p class="small quiet">
            {say("Next re-check: 20 January 2027, fasting.", "下次复查：2027 年 1 月 20 日，空腹。")}
          </p>
        </div>
      </section>
      <article class="card find">
        <header>
          <h2>{say("Blood pressure is high, not confirmed", "血压偏高，还没有确诊")}</h2>
          <GradeChip t={t} grade="suspected" plain />
        </header>
        <RangeBar t={t} range={{ value: 148, low: 90, high: 140, flag: "H" }} />
        <p class="todo">
          <Icon name="check" />
          <span>{say("Once each morning for 7 days.", "每天早上测一次，连测 7 天。")}</span>
        </p>
      </article>
    </ClientPage>
  );
}

/** A list with its pane, for the keys. */
export function ListSheet({ t }: { t: Text }) {
  const rows = [
    { id: "F1", name: "Hao Jingyi", current: true },
    { id: "F2", name: "Tang Weiguo", current: false },
  ];
  return (
    <Page
      t={t}
      title={t("nav.worklist")}
      path="/worklist"
      current="worklist"
      nav={navFor(["health-manager"], ["worklist", "clients"])}
      who={{ name: "Shen Jia", role: t("role.health-manager") }}
      toast={{ text: "Done.", undo: { action: "/undo" } }}
      wide
    >
      <section aria-labelledby="title">
        <h1 id="title">{t("nav.worklist")}</h1>
        <ul data-list tabindex={0}>
          {rows.map((row) => (
            <li aria-current={row.current ? "true" : undefined}>
              <a href={`/worklist?open=${row.id}`} data-row>
                {row.name}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <aside class="pane" data-pane aria-label="Hao Jingyi">
        <form method="post" action="/follow-ups/F1">
          <Button name="state" value="done" shortcut="e">
            {t("kit.key-done")}
          </Button>
        </form>
      </aside>
    </Page>
  );
}
