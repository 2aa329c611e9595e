import { catalogOf, expectedFile, expectedKind, mediaFields } from "./expectations.js";
import {
  checkAbortedBeforehand,
  checkAbortedInTheMiddle,
  checkBadMedia,
  checkFailure,
} from "./failure-checks.js";
import { checkExpected, checkKinds, checkMediaTypes, checkNothingLeft, filesOf } from "./file-checks.js";
import { type AbortTime, type Observation, observe } from "./observe.js";
import type { ArrangedFault, EngineCheck, EngineCheckOptions, EngineRun } from "./options.js";
import { checkProgress, checkReport } from "./report-checks.js";
import { checkSecrets, textsOf } from "./secret-checks.js";

const MADE_UP = "no-such-vendor/no-such-model/edit";
/** What a media field holds, and how the title of its check ends. */
const BAD_MEDIA = [
  ["data:application/octet-stream;base64,bm8gbWVkaWEgYXQgYWxs", "is something else"],
  ["https://nowhere.invalid/missing", "cannot be reached"],
] as const;

/**
 * What any engine has to pass, as tests for any framework:
 *
 * ```ts
 * for (const { name, run } of engineChecks({ engine: createMyEngine, runs: [{ modelId, input }] })) test(name, run);
 * ```
 *
 * A run is observed once, however many checks look at it. While one is observed, the process's folder for temporary files is another one, and the
 * working directory is watched: let nothing else of the process write files meanwhile.
 */
export function engineChecks(options: EngineCheckOptions): readonly EngineCheck[] {
  const { runs, faults = [], secrets = [] } = options;
  if (runs.length === 0) throw new TypeError("engineChecks needs at least one run.");
  const seen: Seen = { options, observations: new Map() };
  return [
    { name: "serves the models of its runs, and no model that is made up", run: () => checkServes(options) },
    ...runs.flatMap((run, index) => checksOfRun(seen, run, titleOf(runs, index))),
    ...faults.map((fault) => checkOfFault(seen, fault)),
    {
      name: "tells no secret, and logs nothing of an input",
      run: () => checkAllSecrets(seen, runs, faults, secrets),
    },
  ];
}

/** What has been observed, by what it is of. */
interface Seen {
  readonly options: EngineCheckOptions;
  readonly observations: Map<string, Promise<Observation>>;
}

/** The last observation that was begun: each has the process's folder for temporary files, and the faults, for itself. */
let last: Promise<unknown> = Promise.resolve();

function once(
  { observations }: Seen,
  key: string,
  observeIt: () => Promise<Observation>,
): Promise<Observation> {
  const known = observations.get(key);
  if (known) return known;
  const observation = last.then(observeIt);
  last = observation.catch(() => {});
  observations.set(key, observation);
  return observation;
}

function observeOnce(seen: Seen, title: string, run: EngineRun, abort: AbortTime): Promise<Observation> {
  return once(seen, `${title} ${abort}`, () => observe(seen.options, run, abort));
}

function observeFault(seen: Seen, fault: ArrangedFault): Promise<Observation> {
  return once(seen, `fault ${fault.name}`, () => observeArranged(seen.options, fault));
}

async function observeArranged(options: EngineCheckOptions, fault: ArrangedFault): Promise<Observation> {
  const [first] = options.runs as readonly [EngineRun];
  const { modelId = first.modelId, input = first.input } = fault;
  try {
    await fault.arrange();
    return await observe(options, { modelId, input }, "never");
  } finally {
    await fault.restore?.();
  }
}

function titleOf(runs: readonly EngineRun[], index: number): string {
  const { modelId } = runs[index] as EngineRun;
  const same = runs.filter((run) => run.modelId === modelId);
  return same.length === 1 ? modelId : `${modelId} (run ${index + 1})`;
}

async function checkServes({ engine: open, runs }: EngineCheckOptions): Promise<void> {
  const engine = await open();
  try {
    for (const { modelId } of runs)
      if (engine.serves(modelId) !== true)
        throw new Error(`serves(${JSON.stringify(modelId)}) has to be true.`);
    if (engine.serves(MADE_UP) !== false)
      throw new Error(`serves(${JSON.stringify(MADE_UP)}) has to be false: there is no such model.`);
  } finally {
    await engine.close?.();
  }
}

function checksOfRun(seen: Seen, run: EngineRun, title: string): EngineCheck[] {
  const catalog = catalogOf(seen.options);
  const observed = (abort: AbortTime = "never") => observeOnce(seen, title, run, abort);
  const check = (name: string, run: EngineCheck["run"]): EngineCheck => ({ name: `${title}: ${name}`, run });
  return [
    check("makes files of the model's kind", async () =>
      checkKinds(filesOf(await observed()), await expectedKind(catalog, run.modelId)),
    ),
    check("makes files that are what they say they are", async () =>
      checkMediaTypes(filesOf(await observed())),
    ),
    check("makes exactly the size and the format that were asked for", async () => {
      const expected = await expectedFile(catalog, run);
      if (expected) await checkExpected(filesOf(await observed()), expected);
    }),
    check("reports its work under its own name, in plain JSON", async () => {
      const observation = await observed();
      checkReport(observation, seen.options.reportedAs ?? observation.engineName);
    }),
    check("tells its progress from 0 to 1", async () => checkProgress(await observed())),
    check("leaves no file behind", async () => checkNothingLeft(await observed(), "a run that ended well")),
    check("makes nothing when it is aborted beforehand", async () =>
      checkAbortedBeforehand(await observed("beforehand")),
    ),
    check("stops when it is aborted in the middle, and keeps nothing", async () =>
      checkAbortedInTheMiddle(await observed("in the middle"), seen.options.whileRunning !== undefined),
    ),
    ...BAD_MEDIA.map(([uri, what]) =>
      check(`blames the caller for media that ${what}`, async () => {
        for (const { name, isList } of await mediaFields(catalog, run)) {
          const input = { ...run.input, [name]: isList ? [uri] : uri };
          checkBadMedia(await observeOnce(seen, `${title} ${name} ${uri}`, { ...run, input }, "never"));
        }
      }),
    ),
  ];
}

function checkOfFault(seen: Seen, fault: ArrangedFault): EngineCheck {
  return {
    name: `says what it is when ${fault.name}: ${fault.fault}${fault.code ? `, ${fault.code}` : ""}`,
    run: async () => checkFailure(await observeFault(seen, fault), fault),
  };
}

/** Looks at all that has been observed, and observes what has not been yet. */
async function checkAllSecrets(
  seen: Seen,
  runs: readonly EngineRun[],
  faults: readonly ArrangedFault[],
  secrets: readonly string[],
): Promise<void> {
  for (const [index, run] of runs.entries()) await observeOnce(seen, titleOf(runs, index), run, "never");
  for (const fault of faults) await observeFault(seen, fault);
  const prompts = [...runs, ...faults].flatMap(({ input = {} }) => textsOf(input));
  for (const observation of seen.observations.values()) checkSecrets(await observation, secrets, prompts);
}
