/** The drawer alone: named here, so that the bundle carries no other symbology. */
export { code128, drawingSVG } from "bwip-js/node";
