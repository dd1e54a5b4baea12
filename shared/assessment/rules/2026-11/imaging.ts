import { abdomen } from "./imaging/abdomen.ts";
import { breast } from "./imaging/breast.ts";
import { cervix } from "./imaging/cervix.ts";
import { colon } from "./imaging/colon.ts";
import { lung } from "./imaging/lung.ts";
import { thyroid } from "./imaging/thyroid.ts";
import { vesselsAndBone } from "./imaging/vessels-and-bone.ts";

/** What coded findings of imaging, endoscopy and the smear mean; what nobody coded stays the physician's to read. */
export const imaging = [
  ...thyroid,
  ...lung,
  ...breast,
  ...abdomen,
  ...vesselsAndBone,
  ...cervix,
  ...colon,
] as const;
