/**
 * The contexts, each loaded with the first request that needs it: what the API loads at start stays
 * small, and what it then needs is one chunk away. Schemas are imported as usual; they are small.
 */
export const assessment = () => import("../../shared/assessment/index.ts");
export const clients = () => import("../../shared/clients/index.ts");
export const education = () => import("../../shared/education/index.ts");
export const exchange = () => import("../../shared/exchange/index.ts");
export const guidance = () => import("../../shared/guidance/index.ts");
export const loop = () => import("../../shared/loop/index.ts");
export const messaging = () => import("../../shared/messaging/index.ts");
export const monitoring = () => import("../../shared/monitoring/index.ts");
export const testing = () => import("../../shared/testing/index.ts");
