import type * as z from "zod";
import { authorize } from "../../access/index.ts";
import { commit, inputHash, madeBefore, onceKey } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict, NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { EditTemplateSchema, type Template } from "./template.ts";
import { addTemplate, everyTemplate, newestOf, templatesSubject } from "./templates.store.ts";

/** The templates in force, and of each every version it ever had, newest first. */
export async function readTemplates(
  ctx: Ctx,
): Promise<{ templates: Template[]; versions: Map<string, Template[]> }> {
  authorize(ctx, "template:read", {});
  const every = await everyTemplate(ctx);
  const templates = newestOf(every);
  const versionsOf = (id: string) => every.filter((one) => one.id === id).toReversed();
  return { templates, versions: new Map(templates.map(({ id }) => [id, versionsOf(id)])) };
}

/**
 * Keeps a further version of a template, in force at once; the ones before stay to be read and may be put back.
 * @throws NotFound for a template there is not; InvalidInput for a slot that is no item; Conflict where somebody
 * has edited it since it was `seen`.
 */
export async function editTemplate(
  ctx: Ctx,
  id: string,
  input: z.input<typeof EditTemplateSchema>,
): Promise<Template> {
  const { seen, ...said } = parse(EditTemplateSchema, input);
  authorize(ctx, "template:edit", {});
  const before = newestOf(await everyTemplate(ctx)).find((one) => one.id === id);
  if (!before) throw new NotFound();
  if (seen !== undefined && seen !== before.version) throw new Conflict();
  return keep(ctx, { id, version: before.version + 1, ...said });
}

/** A template of the centre's own. The same idempotency key is the same template. */
export async function addOwnTemplate(
  ctx: Ctx,
  input: z.input<typeof EditTemplateSchema>,
  idempotencyKey?: string,
): Promise<Template> {
  const { seen: _seen, ...said } = parse(EditTemplateSchema, input);
  authorize(ctx, "template:edit", {});
  const once = idempotencyKey ? onceKey(ctx, "template:add", idempotencyKey) : undefined;
  const made = once ? await madeBefore(ctx, once, input) : undefined;
  if (made) {
    const id = made["template"] as string;
    const known = (await everyTemplate(ctx)).find((one) => one.id === id);
    if (known) return known;
  }
  const id = `own-${ctx.newId()}`;
  const key = once ? { key: once, input: inputHash(input), made: { template: id } } : undefined;
  return keep(ctx, { id, version: 1, ...said }, key);
}

async function keep(
  ctx: Ctx,
  said: Omit<Template, "by" | "at">,
  once?: NonNullable<Parameters<typeof commit>[1]["once"]>,
): Promise<Template> {
  const { id, name } = ctx.actor;
  const template: Template = { ...said, by: { id, name }, at: ctx.now() };
  await commit(ctx, {
    changes: [addTemplate(template)],
    log: {
      subject: templatesSubject,
      action: "template.edited",
      refs: { template: template.id },
      v: template.version,
    },
    ...(once ? { once } : {}),
  });
  return template;
}
