export { ClientPage } from "./ClientPage.tsx";
export { Document } from "./Document.tsx";
export { LocalBar } from "./LocalBar.tsx";
export { navFor, type Place } from "./nav.ts";
export { type Frame, Page } from "./Page.tsx";
