import { cloudHome } from "../cloud/home.ts";
import { create } from "./app.ts";

const home = await cloudHome(process.env);
const tick = create(home);

/** Called by the schedule, once a minute; what fell due meanwhile is found by the next call. */
export const handler = async (): Promise<void> => {
  const { found, queued } = await tick.run();
  home.log.info("due work queued", { found, queued });
};
