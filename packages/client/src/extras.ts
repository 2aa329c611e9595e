/**
 * What only some callers use, in one file that is loaded when they do, and always before anything is sent: the catalog, the
 * lists, inputs and deletions of requests, estimates, checks, uploads, and the cancel of `cancelOnAbort`.
 * What callers reach as it is has the name that they have for it, so that the core says each name once.
 */
export { waitOrCancel } from "./cancel-on-abort.js";
export { getModel as get, listCategories as categories, listModels, listRequests } from "./catalog.js";
export { estimate } from "./cost.js";
export { prepare } from "./prepare/prepare.js";
export { deleteRequest as delete, requestInput as input } from "./requests.js";
export { auto } from "./uploads/auto.js";
export { dataUri } from "./uploads/data-uri.js";
export { s3 } from "./uploads/s3.js";
export { serverFiles } from "./uploads/server-files.js";
