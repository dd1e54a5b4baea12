import { cloudHome } from "../cloud/home.ts";
import { jobFunction } from "../cloud/jobs.ts";
import { create } from "./app.ts";

const home = await cloudHome(process.env);

export const handler = jobFunction(create(home), home);
