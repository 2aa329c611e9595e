import { fileURLToPath } from "node:url";

export const REPOSITORY: string = fileURLToPath(new URL("../../..", import.meta.url));
export const NODE: string = process.execPath;
