import { type Actor, rolesOf } from "../../../shared/kernel/context.ts";
import { navFor, type Place } from "../layout/index.ts";
import type { PageRoute } from "../page-route.ts";

/** Every page; the web app, the menus and the matrix test read this one list. */
export const pages: readonly PageRoute[] = [];

/** Places of the menus whose page exists. */
export const openPlaces: readonly Place[] = [];

/** Where somebody begins: the first place of their menu. */
export const homeOf = (actor: Actor): string => navFor(rolesOf(actor), openPlaces)[0]?.href ?? "/clients";
