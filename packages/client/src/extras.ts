/**
 * What only some callers use, in one file that is loaded when they do, and always before anything is sent: the catalog and the
 * lists, estimates, checks, uploads, and the cancel of `cancelOnAbort`.
 */
export { waitOrCancel } from "./cancel-on-abort.js";
export { getModel, listCategories, listModels, listRequests } from "./catalog.js";
export { estimate } from "./cost.js";
export { prepare } from "./prepare/prepare.js";
export { auto } from "./uploads/auto.js";
export { dataUri } from "./uploads/data-uri.js";
export { s3 } from "./uploads/s3.js";
export { serverFiles } from "./uploads/server-files.js";
