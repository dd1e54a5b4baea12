import { ldlFriedewald } from "./ldl-friedewald.ts";
import { ldlMartinHopkins } from "./ldl-martin-hopkins.ts";
import { ldlSampson } from "./ldl-sampson.ts";
import { lipidChina2023 } from "./lipid-china-2023.ts";
import { nonHdl } from "./non-hdl.ts";
import { remnantCholesterol } from "./remnant.ts";

/** Blood lipids, in the order a physician reads them. */
export const lipids = [
  lipidChina2023,
  nonHdl,
  remnantCholesterol,
  ldlMartinHopkins,
  ldlSampson,
  ldlFriedewald,
] as const;
