import { cloudHome } from "../cloud/home.ts";
import { httpFunction } from "../cloud/http.ts";
import { create } from "./app.tsx";

const home = await cloudHome(process.env);

export const handler = await httpFunction(create(home), home, process.env["ORIGIN_SECRET"]);
