import type { Scene } from "../contract.js";
import { badAnswers } from "./answers.js";
import { badBodies } from "./bodies.js";
import { smuggling } from "./smuggling.js";
import { strangers } from "./strangers.js";

/** What somebody may try who has the page's address, or an account of the application. */
export function proxyAttacks(scene: () => Scene, hostName: string): void {
  smuggling(scene);
  strangers(scene);
  badBodies(scene);
  badAnswers(scene, hostName);
}
