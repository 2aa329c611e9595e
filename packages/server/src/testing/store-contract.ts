import { describe } from "vitest";
import { deletionsContract } from "./store-contract/deletions.js";
import { endingsContract } from "./store-contract/endings.js";
import { notesContract } from "./store-contract/notes.js";
import { queueContract } from "./store-contract/queue.js";
import { recordsContract } from "./store-contract/records.js";
import { type StoreOpener, storeRig } from "./store-contract/rig.js";
import { submitsContract } from "./store-contract/submits.js";

/** What every store does, whatever it stands on. */
export function storeContract(name: string, opener: StoreOpener): void {
  describe(`${name}, as every store`, () => {
    const rig = storeRig(opener);
    queueContract(rig);
    notesContract(rig);
    submitsContract(rig);
    recordsContract(rig);
    endingsContract(rig);
    deletionsContract(rig);
  });
}
