export { checkLinks } from "./links.js";
export { GROUPS, HOME, pages } from "./map.js";
export { type CodeBlock, type Page, readPage } from "./markdown.js";
