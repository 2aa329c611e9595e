export { checkLinks } from "./links.js";
export { llmsMap } from "./llms.js";
export { addressOf, pages } from "./map.js";
export { type CodeBlock, type Page, readPage } from "./markdown.js";
export { siteText } from "./stage.js";
