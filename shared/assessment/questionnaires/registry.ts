import type { Sex } from "../facts.ts";
import { auditC } from "./audit-c.ts";
import { gad7 } from "./gad-7.ts";
import { gds15 } from "./gds-15.ts";
import { phq9 } from "./phq-9.ts";
import type { Questionnaire } from "./questionnaire.ts";
import { unworded } from "./unworded.ts";

/** Every questionnaire there is, in the order it is offered. */
export const questionnaires: readonly Questionnaire[] = [phq9, gad7, gds15, auditC, ...unworded];

const byCode = new Map(questionnaires.map((one) => [one.code, one]));

export const questionnaireCalled = (code: string): Questionnaire | undefined => byCode.get(code);

/** Somebody who may be asked: completed years, and whether they smoke as far as it is known. */
export interface Asked {
  sex: Sex;
  age: number;
  smoker?: boolean | undefined;
}

/** Whether a questionnaire was made for somebody like this. */
export const isFor = ({ madeFor }: Questionnaire, who: Asked): boolean =>
  who.age >= madeFor.ageFrom &&
  !(madeFor.smokers && who.smoker === false) &&
  who.age <= (madeFor.ageTo ?? Number.POSITIVE_INFINITY) &&
  (madeFor.sex === undefined || madeFor.sex === who.sex);
