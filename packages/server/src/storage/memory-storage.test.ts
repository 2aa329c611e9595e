import { systemClock } from "../clock.js";
import { storageContract } from "../testing/storage-contract.js";
import { createMemoryStorage } from "./memory-storage.js";

storageContract("the memory", {
  create: async () => ({
    storage: createMemoryStorage(systemClock),
    openHandles: () => 0,
    leftovers: () => 0,
    remove: async () => {},
  }),
});
