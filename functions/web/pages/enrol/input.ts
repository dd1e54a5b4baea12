import {
  type Client,
  type DocumentKind,
  documentKinds,
  type Enrol,
  isClientNumber,
  type Purpose,
  purposes,
  readClientNumber,
  relations,
} from "../../../../shared/clients/index.ts";
import { type ChannelName, channelNames } from "../../../../shared/kernel/ports.ts";
import type { Form } from "../../page-route.ts";
import { among, ticked } from "../forms/among.ts";
import { healthIn } from "../health/input.ts";

export const kindIn = (form: Form): DocumentKind =>
  among(documentKinds, form.text("document.kind")) ?? "national-id";

/** The channels in the order they are to be tried, each once; none at all where none was chosen. */
const channelsIn = (form: Form): ChannelName[] => [
  ...new Set(form.all("channels").flatMap((text) => among(channelNames, text) ?? [])),
];

/** Every line of the family link that was begun: the relation and the number as it was typed. */
export const familyIn = (form: Form): Client["family"] => {
  const kinds = form.all("family.relation");
  return form.all("family.client").flatMap((typed, at) => {
    const text = typed.trim();
    if (!text) return [];
    const client = isClientNumber(text) ? readClientNumber(text) : text;
    return [{ relation: among(relations, kinds[at] ?? "") ?? "other", client }];
  });
};

const consentsIn = (form: Form): Purpose[] => ticked(purposes, form, "consents");

/** Whom the tick "somebody else" was set for: another name or birth date must be compared again. */
export const tickedFor = (form: Form): string => `${form.text("name")} ${form.text("birthDate")}`;
export const isSomebodyElse = (form: Form): boolean => form.text("notADuplicate") === tickedFor(form);

/** The typed form as the verb takes it; nothing is judged here. */
export function enrolmentIn(form: Form): Enrol {
  const sex = among(["female", "male"] as const, form.text("sex"));
  const birthDate = form.maybe("birthDate");
  const nameLatin = form.maybe("nameLatin");
  const phone = form.maybe("contacts.phone");
  const email = form.maybe("contacts.email");
  const wechat = form.maybe("contacts.wechat");
  const occupation = form.maybe("occupation");
  const manager = form.maybe("manager");
  return {
    document: { kind: kindIn(form), text: form.text("document.text") },
    name: form.text("name"),
    ...(nameLatin ? { nameLatin } : {}),
    ...(sex ? { sex } : {}),
    ...(birthDate ? { birthDate } : {}),
    contacts: { ...(phone ? { phone } : {}), ...(email ? { email } : {}), ...(wechat ? { wechat } : {}) },
    channels: channelsIn(form),
    language: form.text("language") === "en" ? "en" : "zh",
    consents: consentsIn(form),
    health: healthIn(form, sex),
    ...(occupation ? { occupation } : {}),
    ...(manager ? { manager } : {}),
    family: familyIn(form),
    notADuplicate: isSomebodyElse(form),
  };
}
