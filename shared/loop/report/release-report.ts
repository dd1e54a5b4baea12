import {
  assessmentOf,
  conversationAbout,
  saveAssessment,
  secondFirst,
  signedBody,
} from "../../assessment/index.ts";
import { reachClient, recipientOf } from "../../clients/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict, NotFound } from "../../kernel/errors.ts";
import { queueMessage } from "../../messaging/index.ts";
import { casesFor, openBook, untoldOf } from "../../monitoring/index.ts";
import { catalogueItem } from "../../testing/index.ts";

/**
 * Lets the client see a signed assessment as their report, and tells them so, once.
 * @throws Conflict for a version that is not signed: only what is signed is released; and while a second
 * signature is missing, an abnormal result of a sensitive item has not been talked about, or nobody has been told
 * of a critical value.
 */
export async function releaseReport(ctx: Ctx, number: string, date: string, version: number): Promise<void> {
  const client = await reachClient(ctx, "assessment:release", number);
  const recipient = await recipientOf(ctx, number);
  await withRetry(ctx, async () => {
    const before = await assessmentOf(ctx, number, date, version);
    if (!before) throw new NotFound();
    if (before.state !== "signed") throw new Conflict({ en: "Sign it first.", zh: "请先签发。" });
    if (before.releasedAt) return;
    const untold = untoldOf(await casesFor(ctx, number), await openBook(ctx, number), date);
    if (untold.cases.length || untold.followUps.length) throw tellFirst(untold);
    const { findings } = await signedBody(ctx, number, date, version);
    if ((await conversationAbout(ctx, client, { ...before, findings })).waits) throw talkFirst();
    if (before.second && !before.second.at) throw secondFirst();
    const now = ctx.now();
    const about = [{ type: "report", id: date, step: `v${version}` }];
    const { message, change } = queueMessage(
      recipient,
      { client: number, template: "report-ready", about },
      now,
    );
    const subject = `C#${number}`;
    await commit(ctx, {
      changes: [saveAssessment({ ...before, releasedAt: now }), change],
      log: [
        { subject, action: "report.released", refs: { date, version }, v: before.v + 1 },
        { subject, action: `message.${message.state}`, refs: { message: message.id } },
      ],
    });
  });
}

/** Names the items, never the values. */
function tellFirst({ cases, followUps }: ReturnType<typeof untoldOf>): Conflict {
  const names = [
    ...cases.map(({ item }) => catalogueItem(item)?.name ?? { en: item, zh: item }),
    ...followUps.map(({ name }) => name),
  ];
  const en = names.map((name) => name.en).join(", ");
  const zh = names.map((name) => name.zh).join("、");
  return new Conflict({
    en: `${en}: nobody has been told yet. Call, record the contact on the ${cases.length ? "case" : "follow-up"}, then release the report.`,
    zh: `${zh}：尚未通知任何人。请先电话通知并在${cases.length ? "危急值个案" : "随访"}中记录联系情况，再发布报告。`,
  });
}

const talkFirst = () =>
  new Conflict({
    en: "Speak with the client about this exam first and record the conversation, then release the report.",
    zh: "请先与客户沟通本次体检并记录沟通内容，再发布报告。",
  });
