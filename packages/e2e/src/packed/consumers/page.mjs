// The client in a page of another origin than the server's.
import { exercise } from "./client.mjs";

globalThis.exercise = exercise;
