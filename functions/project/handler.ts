import { cloudHome } from "../cloud/home.ts";
import { streamFunction } from "../cloud/stream.ts";
import { create } from "./app.ts";

const home = await cloudHome(process.env);

export const handler = streamFunction(create(home), home);
