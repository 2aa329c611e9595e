import process from "node:process";
import { exercise } from "./client.mjs";

const { RUNCOMFY_MODEL_API_BASE: baseUrl, RUNCOMFY_TOKEN: token } = process.env;
console.log(JSON.stringify(await exercise({ baseUrl, token })));
