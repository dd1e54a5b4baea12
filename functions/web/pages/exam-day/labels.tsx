import { raw } from "hono/html";
import { type Client, readClient } from "../../../../shared/clients/index.ts";
import { type Exam, labelOf, readExamDay, toDo, tubesFor } from "../../../../shared/testing/index.ts";
import type { PageCall } from "../../page-route.ts";
import { staffAt } from "../forms/staff.ts";
import { code128Of } from "./barcode.ts";
import { tubeName } from "./Samples.tsx";
import { Sheet } from "./Sheet.tsx";

/** Labels for the tubes: of samples that were drawn, and, numbered on from there, of those still to be drawn. */
export async function labelSheet(call: PageCall) {
  const { ctx, t, params, actor } = call;
  staffAt(actor);
  const [number = "", id = ""] = [params["client"], params["exam"]];
  const client: Client = await readClient(ctx, number);
  const exam = await readExamDay(ctx, number, id);
  const labels = await Promise.all(
    labelsOf(exam).map(async ({ n, tube }) => {
      const text = labelOf(exam, n);
      return { text, tube, svg: await code128Of(text) };
    }),
  );
  return (
    <Sheet
      t={t}
      title={t("exam.labels")}
      back={{ href: `/exams/${number}/${id}`, word: t("exam.title", { number: exam.number }) }}
    >
      <section class="paper">
        <h1>{t("exam.labels")}</h1>
        <p class="quiet" data-screen>
          {t("exam.label-hint")}
        </p>
        <ul class="labels">
          {labels.map(({ text, tube, svg }) => (
            <li>
              <b>
                {client.name} · {exam.queue}
              </b>
              <div role="img" aria-label={text}>
                {raw(svg)}
              </div>
              {text} · {tubeName(t, tube)}
            </li>
          ))}
        </ul>
      </section>
    </Sheet>
  );
}

function labelsOf(exam: Exam): { n: number; tube: string }[] {
  const there = exam.samples.filter(({ state }) => state !== "rejected");
  const last = Math.max(0, ...exam.samples.map(({ n }) => n));
  return [...there, ...tubesFor(toDo(exam)).map(({ tube }, at) => ({ n: last + at + 1, tube }))];
}
