import { outputKey, type Storage } from "../storage/storage.js";
import type { Marking, Store } from "../store/store.js";

/** What a deletion is done in. */
export interface DeletionPlace {
  readonly store: Store;
  readonly storage: Storage;
}

/**
 * Deletes a request of a key that has ended, with its files. It is out of sight first, then its files go, then the last that is left of it: whatever
 * cuts this short, nobody meets half a request, and retention does the rest. Rejects where the files could not be removed; then it may be
 * repeated.
 */
export async function deleteRequest(
  place: DeletionPlace,
  id: string,
  keyId: string,
  now: number,
): Promise<Marking> {
  const marking = await place.store.markDeleted(id, keyId, now);
  if (marking === "marked") await finishDeletion(place, id);
  return marking;
}

/** Ends the deletion of a request that is marked. */
export async function finishDeletion({ store, storage }: DeletionPlace, id: string): Promise<void> {
  await storage.remove(outputKey(id));
  await store.erase(id);
}
